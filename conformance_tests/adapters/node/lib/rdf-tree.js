// From a graph to the canonical tree of its document, led by the JSON Schemas; and the place of every node in it.
//
// It is also asked about documents that are wrong, to say where: it takes what there is, and never throws.
import { GCL, RDF_TYPE } from './artefacts.js'
import { ordered } from './canonical.js'
import { classNamed, members } from './classes.js'
import { pointer } from './findings.js'

/**
 * Return {tree, places} for the document at a node; places gives the JSON pointer of each node by its id.
 *
 * `strangers` names terms that cannot be values where they stand, by `strangerId`: they are kept as JSON-LD writes them
 * expanded, and take their place in canonical order as such.
 */
export function treeOf (graph, root, strangers = new Set()) {
  const nodes = new Map()
  const tree = object(graph, root, { nodes, strangers }, new Set())
  const places = new Map()
  place(tree, [], nodes, places)
  if (root.termType === 'NamedNode') tree.id = root.value
  return { tree, places }
}

export const strangerId = (node, member, value) => `${node} ${member} ${value}`

/** `nodes` remembers which object of the tree came from which node. */
function object (graph, node, known, above) {
  const [type] = graph.getObjects(node, RDF_TYPE, null)
  const name = type?.value.startsWith(GCL) ? type.value.slice(GCL.length) : undefined
  const tree = { type: name }
  known.nodes.set(tree, node.value)
  const schema = name && classNamed(name)
  if (!schema || above.has(node.value)) return tree
  const inner = new Set([...above, node.value])
  for (const [member, { many, kind }] of members(schema)) {
    const terms = graph.getObjects(node, GCL + member, null)
    if (!terms.length) continue
    if (kind.title === 'LocalizedText') {
      tree[member] = Object.fromEntries(terms.map(term => [term.language ?? '', term.value]))
      continue
    }
    const values = terms.map(term => {
      if (kind.type === 'object') return embedded(graph, term, known, inner)
      return known.strangers.has(strangerId(node.value, member, term.value)) ? expanded(term) : scalar(term, kind)
    })
    tree[member] = many ? ordered(values) : values.length > 1 ? values : values[0]
  }
  return tree
}

/** What stands where an object is due; an IRI or a literal there is a fault, kept as JSON-LD would write it. */
function embedded (graph, term, known, above) {
  if (term.termType === 'BlankNode') return object(graph, term, known, above)
  return term.termType === 'NamedNode' ? term.value : { '@value': term.value }
}

function expanded ({ termType, value, datatype }) {
  return termType === 'Literal' ? { '@type': datatype.value, '@value': value } : { '@id': value }
}

function scalar ({ termType, value, datatype }, kind) {
  // A code is what follows the name of its list; a code may hold a slash itself (30/360).
  if (kind.enum && termType === 'NamedNode' && value.startsWith(GCL)) return value.slice(value.indexOf('/', GCL.length) + 1)
  if (kind.type === 'integer' && datatype) return Number(value)
  return kind.type === 'boolean' ? value === 'true' : value
}

function place (value, path, nodes, places) {
  if (nodes.has(value)) places.set(nodes.get(value), pointer(path))
  if (!value || typeof value !== 'object') return
  for (const [name, item] of Object.entries(value)) {
    place(item, [...path, Array.isArray(value) ? Number(name) : name], nodes, places)
  }
}
