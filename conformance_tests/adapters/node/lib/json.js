// T1 of JSON: strict reading of the text, then ajv on schemas/json.
import Ajv from 'ajv/dist/2020.js'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { visit } from 'jsonc-parser'
import { json, ROOT } from './artefacts.js'
import { pointer, Unreadable, violation } from './findings.js'
import { foremost, reason, requirementAt } from './json-reasons.js'
import { decode, fault } from './text.js'

/** Return {tree, findings}: the parsed text and what is wrong with the text itself. Throws Unreadable. */
export function read (bytes) {
  const text = decode(bytes)
  let tree
  try {
    tree = JSON.parse(text)
  } catch (error) {
    // What other parsers would take for a number.
    const number = /[[:,]\s*[-+]?(NaN|Infinity|\.\d|\d+\.(?!\d))/.test(text.replace(/"(?:[^"\\]|\\.)*("|$)/g, '""'))
    throw new Unreadable(number ? 'GCL-COR-003' : 'GCL-COR-048', `no JSON: ${error.message}`)
  }
  return { tree, findings: textFaults(text) }
}

/** What JSON.parse hides: doubled members, and numbers that are no plain integers of at most 15 digits. */
function textFaults (text) {
  const found = []
  const open = []
  visit(text, {
    onObjectBegin: () => { open.push(new Set()) },
    onObjectEnd: () => { open.pop() },
    onObjectProperty: (name, offset, length, line, character, path) => {
      const names = open.at(-1)
      if (names.has(name)) found.push(violation('GCL-COR-002', pointer([...path(), name]), 'a member is given twice'))
      names.add(name)
    },
    onLiteralValue: (value, offset, length, line, character, path) => {
      if (typeof value !== 'number') return
      const spelling = text.slice(offset, offset + length)
      if (!/^(0|-?[1-9][0-9]{0,14})$/.test(spelling)) {
        found.push(violation('GCL-COR-003', pointer(path()), `${spelling} is not a plain integer`))
      }
    }
  }, { disallowComments: true, allowTrailingComma: false })
  return found
}

/** Texts of a tree that are no proper texts; `path` is where the tree stands. */
export function textsOf (value, path = []) {
  if (typeof value === 'string') {
    const wrong = fault(value)
    return wrong ? [violation('GCL-COR-006', pointer(path), wrong)] : []
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]))
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([name, item]) => {
      const wrong = fault(name)
      const here = wrong ? [violation('GCL-COR-006', pointer([...path, name]), wrong)] : []
      return [...here, ...textsOf(item, [...path, name])]
    })
  }
  return []
}

let compiled

/** Compile every class once; returns {ajv, classes}. */
export function schemas () {
  if (compiled) return compiled
  // Annotations for readers (x-...) are no keywords; everything else is held to ajv's strict mode.
  const ajv = new Ajv({ strict: true, allErrors: true, verbose: true, strictRequired: false })
  const classes = new Map()
  const annotations = new Set()
  const files = readdirSync(join(ROOT, 'schemas', 'json')).filter(name => name.endsWith('.json'))
  const loaded = files.map(name => json('schemas', 'json', name))
  const collect = value => {
    if (Array.isArray(value)) return value.forEach(collect)
    if (!value || typeof value !== 'object') return
    for (const [key, item] of Object.entries(value)) {
      if (key.startsWith('x-')) annotations.add(key)
      else collect(item)
    }
  }
  loaded.forEach(collect)
  ajv.addVocabulary([...annotations])
  for (const schema of loaded) ajv.addSchema(schema)
  for (const schema of loaded) if (schema['x-class']) classes.set(schema['x-class'], schema)
  const common = json('schemas', 'json', 'common.json')
  compiled = { ajv, classes, embedded: common.$defs }
  return compiled
}

/** Judge the structure of a tree; returns findings. */
export function structure (tree) {
  const { ajv, classes } = schemas()
  if (!tree || typeof tree !== 'object' || Array.isArray(tree)) {
    return [violation('GCL-COR-048', '', 'a document is an object')]
  }
  if (!('type' in tree)) return [violation('GCL-COR-001', '', 'the document has no type')]
  const schema = typeof tree.type === 'string' ? classes.get(tree.type) : undefined
  if (!schema) return [violation('GCL-COR-048', '/type', `no class of documents: ${JSON.stringify(tree.type)}`)]
  const validate = ajv.getSchema(schema.$id)
  if (validate(tree)) return []
  return foremost(validate.errors.map(error => reason(error, tree, schemas())).filter(Boolean))
}

/** An ill-written number breaks the rule of the member it stands at: a decimal's own rule, or the type that is due. */
const numberAt = (location, tree) => requirementAt('type', location, tree, schemas())

/** All of T1 for the bytes of a JSON text: its documents as trees, and findings. */
export function check (bytes) {
  const { tree, findings } = read(bytes)
  // Several documents in one text stand in an array.
  const trees = Array.isArray(tree) && tree.length ? tree : [tree]
  const at = place => trees === tree ? { of: tree[place.split('/')[1]], place: place.replace(/^\/\d+/, '') } : { of: tree, place }
  for (const found of findings) {
    const { of, place } = at(found.location)
    if (found.requirement === 'GCL-COR-003') found.requirement = numberAt(place, of)
    found.location = place
  }
  return { trees, findings: foremost([...findings, ...trees.flatMap(one => [...textsOf(content(one)), ...structure(one)])]) }
}

/** A document without the context of its text. */
function content (tree) {
  if (!tree || typeof tree !== 'object' || Array.isArray(tree)) return {}
  const { '@context': context, ...members } = tree
  return members
}
