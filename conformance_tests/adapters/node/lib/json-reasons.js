// Why a JSON Schema keyword failed, in the words of the standard: the schemas carry `x-requirement` by kind of fault.
import { pointer, violation } from './findings.js'

const KINDS = {
  minItems: 'cardinality', maxItems: 'cardinality', uniqueItems: 'unique', enum: 'enum', const: 'type', pattern: 'pattern', type: 'type'
}

/** The kinds of fault in the order in which they are told: what has the wrong type is not also out of bounds. */
const ORDER = ['required', 'closed', 'cardinality', 'type', 'text', 'pattern', 'language', 'enum', 'unique', 'form', 'min', 'max', 'unit', 'scheme']

/** Keep the foremost finding of each place. */
export function foremost (findings) {
  // An object of another class has other members: its class is the fault.
  const strangers = findings.filter(found => found.kind === 'type' && found.location.endsWith('/type'))
    .map(found => found.location.slice(0, -'/type'.length)).filter(Boolean)
  // Of a document of no class, or of two, nothing else can be said; nor of what stands below a member of a wrong type.
  const root = findings.find(found => found.location === '/type' && found.kind === 'type')
  if (root) return [root]
  const crowds = findings.filter(found => ['cardinality', 'type'].includes(found.kind)).map(found => found.location + '/')
  const told = findings
    .filter(({ location }) => !crowds.some(place => location.startsWith(place) && location !== place + 'type'))
    .filter(({ location }) => !strangers.some(place => location.startsWith(place + '/') && location !== place + '/type'))
    .map(found => strangers.includes(found.location.slice(0, -'/type'.length)) && found.location.endsWith('/type')
      ? { ...found, location: found.location.slice(0, -'/type'.length) }
      : found)
  const best = new Map()
  const rank = found => found.kind ? ORDER.indexOf(found.kind) : -1
  for (const found of told) {
    const known = best.get(found.location)
    if (!known || rank(found) < rank(known)) best.set(found.location, found)
  }
  return [...best.values()]
}

/** Return the finding for one ajv error, or null where another error says the same. */
export function reason (error, tree, schemas) {
  if (error.keyword === 'propertyNames') return null
  const path = steps(error.instancePath)
  if (error.propertyName !== undefined) path.push(error.propertyName)
  if (error.keyword === 'required') {
    const name = error.params.missingProperty
    const property = ownerOf(path, tree, schemas).owner?.properties[name]
    const requirement = property?.['x-requirement']?.required
    const kind = name === 'type' && path.length ? 'type' : 'required'
    return { ...violation(requirement ?? (path.length ? 'GCL-COR-048' : 'GCL-COR-001'), pointer([...path, name]), error.message), kind }
  }
  if (error.keyword === 'additionalProperties') {
    const extra = error.params.additionalProperty
    return violation('GCL-COR-002', pointer([...path, extra]), `there is no member ${extra}`)
  }
  if (error.data === null) return violation('GCL-COR-002', error.instancePath, 'null is no value')
  if (error.keyword === 'minItems' && error.data.length === 0) return violation('GCL-COR-002', error.instancePath, 'an empty array')
  const kind = kindOf(error, path, tree, schemas)
  const place = kind === 'unique' ? [...path, Math.max(error.params.i, error.params.j)] : path
  return { ...violation(requirementOf(kind, path, tree, schemas), pointer(place), error.message), kind }
}

function kindOf (error, path, tree, schemas) {
  if (error.keyword === 'type' && Array.isArray(error.data) !== (error.schema === 'array')) {
    const { property } = ownerOf(path, tree, schemas)
    if (Array.isArray(error.data) || (property?.type === 'array' && !/^[0-9]+$/.test(path.at(-1)))) return 'cardinality'
  }
  return error.parentSchema['x-kind']?.[error.keyword] ?? KINDS[error.keyword] ?? 'type'
}

/** The requirement that a kind of fault breaks at a JSON pointer. */
export function requirementAt (kind, location, tree, schemas) {
  return requirementOf(kind, steps(location), tree, schemas)
}

const steps = location => location.split('/').slice(1).map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))

/** The requirement that stands at the member, or at the member that holds the object (bounds of a quantity). */
function requirementOf (kind, path, tree, schemas) {
  for (let length = path.length; length > 0; length--) {
    const { property } = ownerOf(path.slice(0, length), tree, schemas)
    const found = property?.['x-requirement']?.[kind]
    if (found) return found
  }
  return 'GCL-COR-048'
}

/** Return the schema of the object that holds the member at a path, and the schema of the member. */
function ownerOf (path, tree, { classes, embedded }) {
  const last = path.findLastIndex(part => !/^[0-9]+$/.test(part))
  const holder = path.slice(0, Math.max(last, 0)).reduce((value, part) => value?.[part], tree)
  const at = path.length && last >= 0 ? holder : tree
  const name = at?.type
  const owner = classes.get(name) ?? embedded[name]
  const whole = path.reduce((value, part) => value?.[part], tree)
  const inside = classes.get(whole?.type) ?? embedded[whole?.type]
  return { owner: inside ?? owner, property: last >= 0 ? owner?.properties?.[path[last]] : undefined }
}
