// One document, one verdict: form first (T1), and only where that holds the rules (T2).
import { CONTEXT, GCL } from './artefacts.js'
import { Unreadable, distinct, violation } from './findings.js'
import * as graphs from './graph.js'
import * as json from './json.js'
import { foremost } from './json-reasons.js'
import * as jsonld from './jsonld.js'
import { placed } from './rdf-places.js'
import * as rules from './rules.js'
import * as shapes from './shapes.js'
import * as xml from './xml.js'

const READERS = {
  'application/json': fromJson,
  'application/ld+json': fromJsonLd,
  'application/xml': xml.check,
  'text/turtle': fromTriples,
  'application/n-triples': fromTriples
}

/** Return the findings for one document given as bytes. */
export async function check (bytes, mediaType) {
  const judge = READERS[mediaType]
  if (!judge) throw new Error(`no reader for ${mediaType}`)
  try {
    return distinct(await judge(bytes, mediaType))
  } catch (error) {
    if (error instanceof Unreadable) return [violation(error.requirement, '', error.message)]
    throw error
  }
}

async function fromJson (bytes) {
  const { trees, findings } = json.check(bytes)
  return findings.length ? findings : rulesOf(await jsonld.toGraph(trees.map(tree => ({ ...tree, '@context': CONTEXT }))))
}

async function fromJsonLd (bytes) {
  const { tree, findings } = json.read(bytes)
  if (!jsonld.isOurs(tree)) return [violation('GCL-COR-002', '/@context', 'the context is not that of the standard')]
  if (!jsonld.hasKeywords(tree)) {
    const faults = json.check(bytes).findings
    return faults.length ? faults : judged(await jsonld.toGraph(tree))
  }
  const texts = json.textsOf(tree)
  return findings.length || texts.length ? [...findings, ...texts] : judged(await jsonld.toGraph(tree))
}

async function fromTriples (bytes, mediaType) {
  const { graph, error } = graphs.parse(bytes, mediaType)
  const found = await judged(graph)
  if (error && !found.some(({ severity }) => severity === 'violation')) throw error
  return found
}

async function judged (graph) {
  const documents = documentClasses()
  const faults = [...graphs.faults(graph, documents), ...await shapes.check(graph)]
  return faults.length ? foremost(placed(faults, graph)) : rulesOf(graph)
}

/** The IRIs of the classes of documents. */
export const documentClasses = () => new Set([...json.schemas().classes.keys()].map(name => GCL + name))

function rulesOf (graph) {
  return placed(rules.check(graph), graph)
}
