// The canonical form of a document and its digest: RFC 8785, arrays being sets.
import { createHash } from 'node:crypto'

/** Return the RFC 8785 text of a value: sorted members, and what JSON.stringify already writes. */
export function jcs (value) {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (!value || typeof value !== 'object') return JSON.stringify(value)
  // Strings compare by UTF-16 units here, which is the order that RFC 8785 asks for.
  return `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${jcs(value[name])}`).join(',')}}`
}

/** Return items in canonical order: by `position` where they all state one, else by the bytes of their form. */
export function ordered (items, form = item => item) {
  const at = item => form(item)?.position
  if (items.every(item => typeof at(item) === 'number')) return [...items].sort((a, b) => at(a) - at(b))
  const keyed = items.map(item => [Buffer.from(jcs(form(item))), item])
  return keyed.sort(([a], [b]) => Buffer.compare(a, b)).map(([, item]) => item)
}

/** Return a tree with every array in canonical order, and without the context of its text. */
export function canonical (value, root = true) {
  if (Array.isArray(value)) return ordered(value.map(item => canonical(item, false)))
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value)
    .filter(([name]) => !(root && name === '@context'))
    .map(([name, item]) => [name, canonical(item, false)]))
}

export function digest (tree) {
  return 'sha-256:' + createHash('sha256').update(jcs(canonical(tree)), 'utf8').digest('hex')
}
