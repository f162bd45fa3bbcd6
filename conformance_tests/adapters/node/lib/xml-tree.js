// From the elements of a document that XML Schema accepts to the canonical tree, led by the JSON Schemas: they say which
// members are arrays, objects, numbers or texts. The tree shows what XSD 1.0 cannot compare: equal items, languages.
import { XmlElement } from 'libxml2-wasm'
import { canonical, jcs } from './canonical.js'
import { classNamed, members, resolved } from './classes.js'
import { pointer, violation } from './findings.js'

/** Return the elements of the documents: the root, or what stands in a Bundle. */
export const documentsIn = root => root.name === 'Bundle' ? children(root) : [root]

/** Return {tree, findings} for the element of a document of the right structure. */
export function toTree (root) {
  const findings = []
  const schema = classNamed(root.name)
  if (!schema) return { tree: {}, findings: [violation('GCL-COR-048', '', `${root.name} is no class of documents`)] }
  return { tree: object(root, schema, [], findings), findings }
}

function children (element) {
  const found = []
  for (let child = element.firstChild; child; child = child.next) if (child instanceof XmlElement) found.push(child)
  return found
}

function object (element, schema, path, findings) {
  const tree = { type: schema['x-class'] }
  const table = Object.fromEntries(members(schema))
  for (const child of children(element)) {
    const { name } = child
    const { many, kind } = table[name]
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
  for (const [name, { unique }] of Object.entries(table)) {
    if (unique && tree[name]) repeats(tree[name], [...path, name], findings)
  }
  return tree
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
    const form = jcs(canonical(item, false))
    if (seen.has(form)) findings.push(violation('GCL-COR-007', pointer([...path, index]), 'an equal item stands before'))
    seen.add(form)
  })
}

/** Return the JSON pointer of an XPath as Saxon's path() writes it, e.g. /Q{ns}A[1]/Q{ns}b[2]. */
export function pointerOf (xpath) {
  const steps = [...xpath.matchAll(/\/Q\{[^}]*\}([^[/]+)\[(\d+)\]/g)].filter(([, name], index) => index || name !== 'Bundle')
  let schema = classNamed(steps[0][1])
  const path = []
  for (const [, name, position] of steps.slice(1)) {
    const property = schema?.properties[name]
    if (!property) break
    path.push(name)
    if (property.type === 'array') path.push(Number(position) - 1)
    schema = resolved(property.type === 'array' ? property.items : property)
  }
  return pointer(path)
}
