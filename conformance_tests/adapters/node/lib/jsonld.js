// JSON-LD with the published context and no other; nothing is fetched.
import jsonld from 'jsonld'
import { DataFactory, Store } from 'n3'
import { CONTEXT, json } from './artefacts.js'
import { Unreadable } from './findings.js'

let published

function context () {
  published ??= json('schemas', 'context', 'v1.jsonld')['@context']
  return published
}

/** Names of classes anywhere in a text. */
function named (value, found = new Set()) {
  if (Array.isArray(value)) value.forEach(item => named(item, found))
  else if (value && typeof value === 'object') {
    for (const key of ['type', '@type']) [value[key]].flat().forEach(name => typeof name === 'string' && found.add(name))
    Object.values(value).forEach(item => named(item, found))
  }
  return found
}

/**
 * The context without the classes that a text never names: jsonld copies the whole context at every object, and those
 * terms cannot be reached.
 */
function excerpt (tree) {
  const names = named(tree)
  return Object.fromEntries(Object.entries(context()).filter(
    ([term, definition]) => term.startsWith('@') || typeof definition === 'string' || names.has(term)
  ))
}

/** Whether a text uses keywords of JSON-LD beyond the context at its root: then it is more than its JSON. */
export function hasKeywords (value, root = true) {
  if (Array.isArray(value)) return value.some(item => hasKeywords(item, false))
  if (!value || typeof value !== 'object') return false
  return Object.entries(value).some(
    ([key, item]) => (key.startsWith('@') && !(root && key === '@context')) || hasKeywords(item, false)
  )
}

/** Whether every context in a text is the published one, and there is one at the root. */
export function isOurs (tree) {
  const contexts = value => Array.isArray(value)
    ? value.flatMap(contexts)
    : value && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, item]) => key === '@context' ? [item] : contexts(item))
      : []
  const roots = Array.isArray(tree) ? tree : [tree]
  return roots.every(root => root?.['@context'] !== undefined) && contexts(tree).every(item => item === CONTEXT)
}

/** Expand a parsed text to a graph; throws Unreadable. */
export async function toGraph (tree) {
  const inlined = value => Array.isArray(value)
    ? value.map(inlined)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(
        ([key, item]) => [key, key === '@context' && item === CONTEXT ? terms : inlined(item)]))
      : value
  const terms = excerpt(tree)
  const refuse = async url => { throw new Error(`the context ${url} is not that of the standard`) }
  let dataset
  try {
    dataset = await jsonld.toRDF(inlined(tree), { documentLoader: refuse })
  } catch (error) {
    throw new Unreadable('GCL-COR-048', `no JSON-LD: ${error.message}`)
  }
  return new Store(dataset.map(quad))
}

function quad ({ subject, predicate, object, graph }) {
  return DataFactory.quad(term(subject), term(predicate), term(object), term(graph))
}

function term ({ termType, value, language, datatype }) {
  switch (termType) {
    case 'NamedNode': return DataFactory.namedNode(value)
    case 'BlankNode': return DataFactory.blankNode(value.replace(/^_:/, ''))
    case 'Literal': return DataFactory.literal(value, language || DataFactory.namedNode(datatype.value))
    default: return DataFactory.defaultGraph()
  }
}
