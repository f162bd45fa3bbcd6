// RDF texts to graphs, and what a graph can get wrong that no shape sees from one node.
import { Parser, Store, Writer } from 'n3'
import { RDF_TYPE } from './artefacts.js'
import { Unreadable, violation } from './findings.js'
import { decode, fault } from './text.js'

const RDF_NIL = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#nil'
const RDF_FIRST = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first'
const FORMATS = { 'text/turtle': 'text/turtle', 'application/n-triples': 'application/n-triples' }

/** Parse Turtle or N-Triples strictly; throws Unreadable. */
export function parse (bytes, mediaType) {
  const text = decode(bytes)
  try {
    const quads = new Parser({ format: FORMATS[mediaType], blankNodePrefix: 'b' }).parse(text)
    return { graph: new Store(quads), findings: [] }
  } catch (error) {
    throw new Unreadable('GCL-COR-048', `no ${mediaType}: ${error.message}`)
  }
}

/** Return a graph as N-Triples. */
export function ntriples (graph) {
  return new Writer({ format: 'N-Triples' }).quadsToString(graph.getQuads(null, null, null, null))
}

export const classesOf = graph => new Set(graph.getObjects(null, RDF_TYPE, null).map(term => term.value))

/** Return faults of a graph as a whole: no document in it, nodes without a place or with two, lists, texts. */
export function faults (graph, documentClasses) {
  const found = []
  const roots = graph.getSubjects(RDF_TYPE, null, null).filter(
    node => graph.getObjects(node, RDF_TYPE, null).some(type => documentClasses.has(type.value))
  )
  if (!roots.length) found.push(violation('GCL-COR-048', '', 'the graph holds no document'))
  const uses = new Map()
  for (const { predicate, object, subject } of graph) {
    if (object.termType === 'BlankNode') {
      uses.set(object.value, (uses.get(object.value) ?? 0) + 1)
      if (!graph.getObjects(object, RDF_TYPE, null).length) {
        found.push(violation('GCL-COR-048', '', 'an embedded object has no class'))
      }
    }
    if (predicate.value === RDF_FIRST || object.value === RDF_NIL) {
      found.push(violation('GCL-COR-048', '', 'a list stands where the property is to be repeated'))
    }
    if (object.termType === 'Literal' || object.termType === 'NamedNode') {
      const wrong = fault(object.value)
      if (wrong) found.push(violation('GCL-COR-006', '', wrong))
    }
    const wrong = subject.termType === 'NamedNode' && fault(subject.value)
    if (wrong) found.push(violation('GCL-COR-006', '', wrong))
  }
  for (const count of uses.values()) {
    if (count > 1) found.push(violation('GCL-COR-048', '', 'one object stands in two places'))
  }
  return [...found, ...strays(graph, roots)]
}

/** Nodes that no document reaches: a circle, or statements about something that is no document. */
function strays (graph, roots) {
  const reached = new Set()
  const waiting = [...roots]
  while (waiting.length) {
    const node = waiting.pop()
    if (reached.has(node.id)) continue
    reached.add(node.id)
    waiting.push(...graph.getObjects(node, null, null).filter(term => term.termType === 'BlankNode'))
  }
  return graph.getSubjects(null, null, null)
    .filter(node => !reached.has(node.id))
    .map(node => violation('GCL-COR-048', '', `${node.value} belongs to no document`))
}

