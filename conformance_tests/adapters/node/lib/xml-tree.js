// From the elements of a document that XML Schema accepts to the canonical tree, led by the JSON Schemas: they say which
// members are arrays, objects, numbers or texts. The tree shows what XSD 1.0 cannot compare: equal items, languages.
import { XmlElement } from 'libxml2-wasm'
import { pointer, violation } from './findings.js'
import { schemas } from './json.js'

/** Return {tree, findings} for a root element of the right structure. */
export function toTree (root) {
  const findings = []
  const schema = schemas().classes.get(root.name)
  if (!schema) return { tree: {}, findings: [violation('GCL-COR-048', '', `${root.name} is no class of documents`)] }
  return { tree: object(root, schema, [], findings), findings }
}

function children (element) {
  const found = []
  for (let child = element.firstChild; child; child = child.next) if (child instanceof XmlElement) found.push(child)
  return found
}

function object (element, schema, path, findings) {
  const tree = { type: schema['x-class'] ?? schema.title }
  for (const child of children(element)) {
    const { name } = child
    const property = schema.properties[name]
    const many = property.type === 'array'
    const kind = resolved(many ? property.items : property)
    if (kind.title === 'LocalizedText') {
      const texts = tree[name] ??= {}
      const language = child.attr('lang', 'xml')?.value ?? ''
      if (language in texts) findings.push(violation('GCL-COR-008', pointer([...path, name, language]), 'a language twice'))
      texts[language] = child.content
    } else {
      const place = many ? [...path, name, tree[name]?.length ?? 0] : [...path, name]
      const value = kind.type === 'object' ? object(child, kind, place, findings) : scalar(child.content, kind)
      if (many) (tree[name] ??= []).push(value)
      else tree[name] = value
    }
  }
  for (const [name, property] of Object.entries(schema.properties)) {
    if (property.uniqueItems && tree[name]) repeats(tree[name], [...path, name], findings)
  }
  return tree
}

/** Follow references (directly, or in the allOf that adds annotations) to the named schema. */
function resolved (schema) {
  const reference = schema.$ref ?? schema.allOf?.find(part => part.$ref)?.$ref
  return reference ? resolved(schemas().embedded[reference.split('/').at(-1)]) : schema
}

/** Texts stand exactly as written; the white space of every other value is collapsed. */
function scalar (content, kind) {
  if (kind.title === 'Text') return content
  const value = content.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
  if (kind.type === 'boolean') return value === 'true'
  return kind.type === 'integer' ? Number(value) : value
}

function repeats (items, path, findings) {
  const seen = new Set()
  items.forEach((item, index) => {
    const form = JSON.stringify(canonical(item))
    if (seen.has(form)) findings.push(violation('GCL-COR-007', pointer([...path, index]), 'an equal item stands before'))
    seen.add(form)
  })
}

/** Members in the order of their names, arrays in the order of their items: they are sets. */
function canonical (value) {
  if (Array.isArray(value)) return value.map(canonical).sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.keys(value).sort().map(name => [name, canonical(value[name])]))
}

/** Return the JSON pointer of an XPath as Saxon's path() writes it, e.g. /Q{ns}A[1]/Q{ns}b[2]. */
export function pointerOf (xpath, root) {
  let schema = schemas().classes.get(root)
  const path = []
  for (const [, name, position] of [...xpath.matchAll(/\/Q\{[^}]*\}([^[/]+)\[(\d+)\]/g)].slice(1)) {
    const property = schema?.properties[name]
    if (!property) break
    path.push(name)
    if (property.type === 'array') path.push(Number(position) - 1)
    schema = resolved(property.type === 'array' ? property.items : property)
  }
  return pointer(path)
}
