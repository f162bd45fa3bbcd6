// Where a finding about a node of a graph stands in the canonical tree.
import { GCL } from './artefacts.js'
import { pointer } from './findings.js'
import { rootsOf } from './graph.js'
import { schemas } from './json.js'
import { strangerId, treeOf } from './rdf-tree.js'

/** Return findings with their places; those that name no node stand at the whole document. */
export function placed (findings, graph) {
  if (!findings.some(found => found.node)) return findings
  const strangers = new Set(findings.filter(({ kind, value }) => kind === 'type' && value)
    .map(({ node, member, value }) => strangerId(node, member, value.value)))
  const places = new Map()
  const trees = []
  for (const root of rootsOf(graph, new Set([...schemas().classes.keys()].map(name => GCL + name)))) {
    const read = treeOf(graph, root, strangers)
    trees.push(read.tree)
    read.places.forEach((place, node) => places.set(node, place))
  }
  return findings.map(({ node, member, value, ...found }) => {
    if (!node) return found
    const holder = places.get(node) ?? ''
    if (found.kind === 'type' && value && places.get(value.value)?.startsWith(holder + pointer([member]))) {
      return { ...found, location: places.get(value.value) }
    }
    if (found.kind === 'language' && !value) value = twice(graph, node, member)
    return { ...found, location: holder + (member ? inside(at(trees, holder), member, value, found.kind) : '') }
  })
}

/** One of the texts of a member whose language is given twice. */
function twice (graph, node, member) {
  const texts = [...graph].filter(({ subject, predicate }) => subject.value === node && predicate.value === GCL + member)
    .map(({ object }) => object)
  return texts.find(({ language }, index) => texts.findIndex(other => other.language === language) < index)
}

/** The steps from an object to the value of a member: its language, or its index in an array. */
function inside (object, member, value, kind) {
  const here = pointer([member])
  const held = object?.[member]
  if (value?.language) return pointer([member, value.language])
  if (kind === 'unit' || kind === 'scheme') {
    const index = Array.isArray(held) ? held.findIndex(item => [item[kind]].flat().some(one => value?.value.endsWith(one))) : -1
    return pointer(index < 0 ? [member, kind] : [member, index, kind])
  }
  if (kind === 'min' || kind === 'max') return here + (held?.type === 'Quantity' ? '/value' : held?.type === 'Money' ? '/amount' : '')
  if (!Array.isArray(held) || !value || kind === 'cardinality') return here
  const index = held.findIndex(item => item === value.value || item?.['@value'] === value.value || item?.['@id'] === value.value || (value.value.startsWith(GCL) && value.value.endsWith(`/${item}`)))
  return index < 0 ? here : pointer([member, index])
}

function at (trees, place) {
  const steps = place.split('/').slice(1).map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'))
  for (const tree of trees) {
    const found = steps.reduce((value, step) => value?.[step], tree)
    if (found) return found
  }
}
