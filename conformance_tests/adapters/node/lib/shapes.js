// T1 of RDF: ontology/shapes.ttl, SHACL core, by shacl-engine.
import { DataFactory, Parser, Store } from 'n3'
import { XsdValidation } from 'rdf-validation'
import { Validator } from 'shacl-engine'
import { GCL, text } from './artefacts.js'
import { violation } from './findings.js'
import { classesOf } from './graph.js'

const SH = 'http://www.w3.org/ns/shacl#'
const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
const lexical = new XsdValidation()

let compiled

/**
 * sh:datatype, in place of the engine's own: that one tests xsd:string by a pattern over UTF-16 units and so refuses
 * every character beyond U+FFFF (seen in shacl-engine 1.1.2 with rdf-validation 0.1). Any literal is a string.
 */
function datatype (shape) {
  const wanted = shape.ptr.out([DataFactory.namedNode(SH + 'datatype')]).term
  const component = DataFactory.namedNode(SH + 'DatatypeConstraintComponent')
  return {
    generic: context => {
      const { term } = context.valueOrNode
      const holds = wanted.equals(term.datatype) && (wanted.value === XSD_STRING || lexical.validateSimple(term))
      context.test(holds, component, { value: context.valueOrNode })
    }
  }
}

function shapes () {
  if (!compiled) {
    const graph = new Store(new Parser({ format: 'text/turtle' }).parse(text('ontology', 'shapes.ttl')))
    const validations = new Map([[DataFactory.namedNode(SH + 'datatype'), datatype]])
    const validator = new Validator(graph, { factory: DataFactory, validations })
    compiled = { graph, validator, byClass: targets(graph, validator) }
  }
  return compiled
}

/**
 * The shapes by the class that they target. Left to itself the engine looks for the targets of every shape, three
 * thousand property shapes among them, in every document.
 */
function targets (graph, validator) {
  const other = ['targetNode', 'targetObjectsOf', 'targetSubjectsOf', 'target'].find(
    name => graph.countQuads(null, SH + name, null, null))
  if (other) throw new Error(`sh:${other} stands in the shapes, and is not looked at here`)
  const byClass = new Map()
  for (const { subject, object } of graph.match(null, DataFactory.namedNode(SH + 'targetClass'), null)) {
    if (!byClass.has(object.value)) byClass.set(object.value, [])
    byClass.get(object.value).push(validator.shapesPtr.node([subject]))
  }
  return byClass
}

/** Judge a graph; returns findings with the focus node as `node`, the member, the value, and the kind of fault. */
export async function check (dataset) {
  const { graph, validator, byClass } = shapes()
  const due = [...classesOf(dataset)].flatMap(name => byClass.get(name) ?? [])
  const { results } = await validator.validate({ dataset }, due)
  return results.map(result => {
    const shape = result.shape.ptr.term
    const requirement = graph.getObjects(shape, GCL + 'requirement', null)[0]?.value ?? 'GCL-COR-048'
    const message = graph.getObjects(shape, SH + 'message', null).find(term => term.language === 'en')?.value
    // Shapes are named after the constraint: Owner.field#kind, or Class#closed.
    const [, field, kind] = /([A-Za-z0-9]+)#([a-z]+)$/.exec(shape.value) ?? []
    const path = result.path?.[0]?.predicates?.[0]?.value
    return {
      ...violation(requirement, '', message ?? shape.value),
      node: result.focusNode.term.value,
      member: kind === 'closed' ? path?.startsWith(GCL) ? path.slice(path.lastIndexOf('/') + 1) : path : field,
      value: kind === 'closed' ? undefined : result.value?.term,
      kind: kind === 'type' && sameDatatype(graph, shape, result.value?.term) ? 'form' : kind
    }
  })
}

/** Whether a value has the datatype that is due, so that only its form is wrong. */
function sameDatatype (graph, shape, value) {
  return graph.getObjects(shape, SH + 'datatype', null).some(wanted => value?.datatype?.equals(wanted))
}
