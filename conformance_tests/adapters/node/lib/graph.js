// RDF texts to graphs, and what a graph can get wrong that no shape sees from one node.
import { DataFactory, Parser, Store } from 'n3'
import oxigraph from 'oxigraph'
import { RDF_TYPE } from './artefacts.js'
import { Unreadable, violation } from './findings.js'
import { decode, fault } from './text.js'

const RDF_NIL = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#nil'
const RDF_REST = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#rest'
const RDF_FIRST = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first'

/**
 * Parse Turtle or N-Triples strictly; throws Unreadable.
 *
 * An IRI that is none ends the reading, and the fault would have no place: then the text is read once more by a parser
 * that lets such IRIs pass, so that the shapes can say where they stand. `error` keeps the verdict in any case.
 */
export function parse (bytes, mediaType) {
  const text = decode(bytes)
  try {
    const quads = new Parser({ format: mediaType, blankNodePrefix: 'b' }).parse(text)
    // N3.js 2.13 makes "undefined/x" of </x> where there is no base.
    if (!quads.some(quad => [quad.subject, quad.predicate, quad.object].some(isMangled))) return { graph: new Store(quads) }
  } catch (error) {
    const told = new Unreadable('GCL-COR-048', `no ${mediaType}: ${error.message}`)
    if (!/IRI|Unexpected "</.test(error.message)) throw told
    return { graph: lenient(text, mediaType, told), error: told }
  }
  const told = new Unreadable('GCL-COR-005', 'an IRI is relative, and there is no base')
  return { graph: lenient(text, mediaType, told), error: told }
}

const isMangled = ({ termType, value }) => termType === 'NamedNode' && value.startsWith('undefined/')

function lenient (text, format, told) {
  try {
    return new Store(oxigraph.parse(text, { format, lenient: true }).map(
      ({ subject, predicate, object, graph }) => DataFactory.quad(term(subject), term(predicate), term(object), term(graph))))
  } catch {
    throw told
  }
}

function term ({ termType, value, language, datatype }) {
  switch (termType) {
    case 'NamedNode': return DataFactory.namedNode(value)
    case 'BlankNode': return DataFactory.blankNode(value)
    case 'Literal': return DataFactory.literal(value, language || DataFactory.namedNode(datatype.value))
    default: return DataFactory.defaultGraph()
  }
}

export const classesOf = graph => new Set(graph.getObjects(null, RDF_TYPE, null).map(term => term.value))

/** Return the nodes that are documents. */
export function rootsOf (graph, documentClasses) {
  return graph.getSubjects(RDF_TYPE, null, null).filter(
    node => graph.getObjects(node, RDF_TYPE, null).some(type => documentClasses.has(type.value))
  )
}

/** Return faults of a graph as a whole: no document in it, nodes without a place or with two, lists, texts. */
export function faults (graph, documentClasses) {
  const found = []
  const roots = rootsOf(graph, documentClasses)
  if (!roots.length) found.push(violation('GCL-COR-048', '', 'the graph holds no document'))
  const uses = new Map()
  for (const { predicate, object, subject, graph: name } of graph) {
    if (name.termType !== 'DefaultGraph') found.push(violation('GCL-COR-002', '', 'a statement stands in a named graph'))
    if (object.termType === 'BlankNode') {
      uses.set(object.value, (uses.get(object.value) ?? 0) + 1)
      if (!graph.getObjects(object, RDF_TYPE, null).length) {
        const member = predicate.value.slice(predicate.value.lastIndexOf('/') + 1)
        const at = { node: subject.value, member, value: object, kind: 'type' }
        found.push({ ...violation('GCL-COR-048', '', 'an embedded object has no class'), ...at })
      }
    }
    const list = object.value === RDF_NIL || graph.countQuads(object, RDF_FIRST, null, null) > 0
    if (list && predicate.value !== RDF_REST) {
      const where = { node: subject.value, member: predicate.value.slice(predicate.value.lastIndexOf('/') + 1), value: object, kind: 'type' }
      found.push({ ...violation('GCL-COR-048', '', 'a list stands where the property is to be repeated'), ...where })
    }
    if (object.termType === 'Literal' || object.termType === 'NamedNode') {
      const wrong = fault(object.value)
      const member = predicate.value.slice(predicate.value.lastIndexOf('/') + 1)
      if (wrong) found.push({ ...violation('GCL-COR-006', '', wrong), node: subject.value, member, value: object, kind: 'text' })
    }
    const wrong = subject.termType === 'NamedNode' && fault(subject.value)
    if (wrong) found.push(violation('GCL-COR-006', '', wrong))
  }
  for (const [node, count] of uses) {
    if (count > 1) found.push({ ...violation('GCL-COR-048', '', 'one object stands in two places'), node })
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

