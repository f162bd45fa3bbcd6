// T2 of RDF: the SHACL-SPARQL constraints of ontology/rules.ttl, each query run by Oxigraph on the whole graph.
//
// Every query names its class itself (`$this a gcl:X`), so that the focus nodes are its answers and nothing has to be
// bound beforehand; SHACL engines that bind $this first do the same one node at a time, and several of them refuse
// aggregates there.
import oxigraph from 'oxigraph'
import { Parser, Store } from 'n3'
import { GCL, RDF_TYPE, text } from './artefacts.js'
import { violation } from './findings.js'
import { classesOf } from './graph.js'

const SH = 'http://www.w3.org/ns/shacl#'
let byClass

/** Return the rules by the class that they speak about: [{requirement, severity, message, query}]. */
function rules () {
  if (byClass) return byClass
  byClass = new Map()
  const graph = new Store(new Parser({ format: 'text/turtle' }).parse(text('ontology', 'rules.ttl')))
  const one = (node, property) => graph.getObjects(node, property, null)[0]
  const prefixes = graph.getObjects(null, SH + 'declare', null).map(
    item => `PREFIX ${one(item, SH + 'prefix').value}: <${one(item, SH + 'namespace').value}>`
  ).join('\n')
  for (const shape of graph.getSubjects(RDF_TYPE, SH + 'NodeShape', null)) {
    const severity = one(shape, SH + 'severity')?.value === SH + 'Warning' ? 'warning' : 'violation'
    const requirement = one(shape, GCL + 'requirement').value
    for (const constraint of graph.getObjects(shape, SH + 'sparql', null)) {
      const message = graph.getObjects(constraint, SH + 'message', null).find(item => item.language === 'en').value
      const query = `${prefixes}\n${one(constraint, SH + 'select').value}`
      for (const target of graph.getObjects(shape, SH + 'targetClass', null)) {
        if (!byClass.has(target.value)) byClass.set(target.value, [])
        byClass.get(target.value).push({ requirement, severity, message, query })
      }
    }
  }
  return byClass
}

/** Judge a graph; returns findings with the failing node as `node`. */
export function check (graph) {
  // Quad by quad: a store that loads a text gives its blank nodes other names.
  const store = new oxigraph.Store([...graph].map(
    ({ subject, predicate, object }) => oxigraph.quad(term(subject), term(predicate), term(object))))
  const found = []
  for (const name of classesOf(graph)) {
    for (const rule of rules().get(name) ?? []) {
      for (const row of store.query(rule.query)) {
        found.push({ ...violation(rule.requirement, '', rule.message, rule.severity), node: row.get('this').value })
      }
    }
  }
  return found
}

function term ({ termType, value, language, datatype }) {
  switch (termType) {
    case 'NamedNode': return oxigraph.namedNode(value)
    case 'BlankNode': return oxigraph.blankNode(value)
    default: return oxigraph.literal(value, language || oxigraph.namedNode(datatype.value))
  }
}
