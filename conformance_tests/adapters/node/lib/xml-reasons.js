// Why libxml2 refuses a document, in the words of the standard: its message tells the element and the kind of fault, the
// JSON Schemas (the same model) tell the requirement that stands there.
import { XmlElement } from 'libxml2-wasm'
import { GCL } from './artefacts.js'
import { classNamed, members, resolved } from './classes.js'
import { pointer, violation } from './findings.js'
import { documentsIn } from './xml-tree.js'

const FACETS = {
  pattern: ['pattern', 'type'], enumeration: ['enum', 'unit', 'scheme'], minLength: ['text'],
  minInclusive: ['min'], minExclusive: ['min'], maxInclusive: ['max'], maxExclusive: ['max']
}

/** Return findings for the messages of libxml2 about a document. */
export function reasons (root, details) {
  const spots = survey(root)
  return details.flatMap(({ message, line }) => {
    const name = /^Element '(?:\{[^}]*\})?([^']+)'/.exec(message)?.[1]
    const named = spots.filter(spot => spot.element.name === name)
    const fitting = named.filter(spot => fits(spot, message))
    const near = [fitting, named].find(some => some.length) ?? []
    const spot = near.find(one => one.element.line === line) ?? near[0]
    return spot ? explain(message.trim(), spot) : violation('GCL-COR-048', '', message.trim())
  })
}

/** Whether a message can be about an element; names repeat, and so do lines. */
function fits ({ element, parent, schema }, message) {
  const value = /The value '([^]*?)' /.exec(message)?.[1] ?? /: '([^]*?)' is not a valid value/.exec(message)?.[1]
  if (/, attribute /.test(message)) return element.attr('lang', 'xml')?.value === value
  if (value !== undefined) return [element.content, element.content.trim()].includes(value)
  if (/required but missing/.test(message)) return !element.attr('lang', 'xml')
  if (/has a length of '0'/.test(message)) return element.content === ''
  if (/element is not expected/.test(message)) return !parent || [content(message, parent)].flat()[0].kind !== 'sound'
  if (/Missing child element/.test(message)) return Boolean(schema) && [content(message, { element, path: [], schema })].flat()[0].kind === 'required'
  if (/Element content is not allowed/.test(message)) return element.firstChild?.next instanceof XmlElement || element.firstChild instanceof XmlElement
  return true
}

/** Every element with its place, the schema of the object it is, and the member of which object. */
function survey (root) {
  const spots = []
  const visit = (element, path, schema, holder) => {
    const spot = { element, path, schema, ...holder }
    spots.push(spot)
    const table = schema ? new Map(members(schema)) : new Map()
    const counts = new Map()
    for (let child = element.firstChild; child; child = child.next) {
      if (!(child instanceof XmlElement)) continue
      const member = table.get(child.name)
      const index = counts.get(child.name) ?? 0
      counts.set(child.name, index + 1)
      const language = member?.kind.title === 'LocalizedText' && child.attr('lang', 'xml')?.value
      const step = member?.many ? [index] : language ? [language] : []
      visit(child, [...path, child.name, ...step], member?.kind.type === 'object' && member.kind.title !== 'LocalizedText' ? member.kind : undefined,
        { member: schema?.properties[child.name], parent: spot })
    }
  }
  for (const document of documentsIn(root)) visit(document, [], classNamed(document.name), {})
  if (root.name === 'Bundle') spots.push({ element: root, path: [] })
  return spots
}

function explain (message, spot) {
  const told = (requirement, kind, path = spot.path) => ({ ...violation(requirement, pointer(path), message), kind })
  if (/No matching global declaration/.test(message)) return told('GCL-COR-048', 'type', [...spot.path, 'type'])
  if (/XMLSchema-instance|xsi:|not 'nillable'/.test(message)) return told('GCL-COR-002', 'closed')
  if (/attribute .* is required but missing/.test(message)) return told('GCL-COR-008', 'language')
  if (/attribute .* is not allowed/.test(message)) return told('GCL-COR-002', 'closed')
  if (/, attribute /.test(message)) return told('GCL-COR-008', 'language')
  if (/Missing child element/.test(message)) return content(message, spot)
  if (/element is not expected/.test(message)) return content(message, spot.parent ?? spot)
  if (/Character content other than whitespace/.test(message)) return told('GCL-COR-002', 'closed')
  if (/Element content is not allowed/.test(message)) {
    const path = spot.path.at(-1) === spot.element.name || typeof spot.path.at(-1) === 'number' ? spot.path : spot.path.slice(0, -1)
    return told(spot.member?.['x-requirement']?.type ?? 'GCL-COR-048', 'type', path)
  }
  const facet = /\[facet '([^']+)'\]/.exec(message)?.[1]
  // A code of the list that is not among those admitted here is a wrong unit or scheme, and no wrong code.
  const known = spot.member && resolved(spot.member).enum?.includes(spot.element.content.trim())
  const kinds = FACETS[facet] ?? ['pattern', 'type']
  for (const kind of known ? kinds.filter(one => one !== 'enum') : kinds) {
    // Bounds and units of a quantity stand at the member that holds it.
    const found = spot.member?.['x-requirement']?.[kind] ?? spot.parent?.member?.['x-requirement']?.[kind]
    if (found) return told(found, kind)
  }
  return told('GCL-COR-048', 'type')
}

/** What is wrong with the children of an object: unknown, missing, too many, or out of order. */
function content (message, { element, path, schema }) {
  const told = (requirement, name, kind) => ({ ...violation(requirement, pointer(name ? [...path, name] : path), message), kind })
  if (!schema) return told('GCL-COR-048', undefined, 'sound')
  const names = []
  for (let child = element.firstChild; child; child = child.next) {
    if (!(child instanceof XmlElement)) continue
    if (!schema.properties[child.name] || child.namespaceUri !== GCL) {
      return told('GCL-COR-002', child.namespaceUri === GCL ? child.name : `{${child.namespaceUri}}${child.name}`, 'closed')
    }
    names.push(child.name)
  }
  const order = members(schema).map(([name]) => name)
  for (const [name, { many, kind }] of members(schema)) {
    const { 'x-requirement': by } = schema.properties[name]
    if (schema.required.includes(name) && !names.includes(name)) return told(by.required, name, 'required')
    const several = many || kind.title === 'LocalizedText'
    const most = several ? schema.properties[name].maxItems ?? Infinity : 1
    if (names.filter(one => one === name).length > most) return told('GCL-COR-047', name, 'cardinality')
  }
  const rank = name => order.indexOf(name)
  const late = names.filter((name, index) => names.slice(0, index).some(earlier => rank(earlier) > rank(name)))
  return late.length ? [...new Set(late)].map(name => told('GCL-COR-052', name, 'order')) : told('GCL-COR-052', undefined, 'sound')
}
