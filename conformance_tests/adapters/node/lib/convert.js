// One content in every syntax: the canonical tree of a document, and the tree written again.
import { XmlDocument } from 'libxml2-wasm'
import { Writer } from 'n3'
import { CONTEXT, GCL } from './artefacts.js'
import { canonical } from './canonical.js'
import { check, documentClasses } from './check.js'
import { classNamed, members } from './classes.js'
import { parse, rootsOf } from './graph.js'
import { read } from './json.js'
import * as jsonld from './jsonld.js'
import { treeOf } from './rdf-tree.js'
import { toTree } from './xml-tree.js'

/** Return the canonical tree of a document of the right form; throws where it is not. */
export async function treeFrom (bytes, mediaType) {
  const faults = (await check(bytes, mediaType)).filter(({ severity }) => severity === 'violation')
  if (faults.length) throw new Error(`the document breaks ${faults[0].requirement} at ${faults[0].location || '/'}`)
  switch (mediaType) {
    case 'application/json': return canonical(read(bytes).tree)
    case 'application/ld+json': {
      const { tree } = read(bytes)
      return jsonld.hasKeywords(tree) ? ofGraph(await jsonld.toGraph(tree)) : canonical(tree)
    }
    case 'application/xml': {
      const document = XmlDocument.fromBuffer(bytes)
      try {
        return canonical(toTree(document.root).tree)
      } finally {
        document.dispose()
      }
    }
    default: return ofGraph(parse(bytes, mediaType).graph)
  }
}

function ofGraph (graph) {
  const roots = rootsOf(graph, documentClasses())
  if (roots.length !== 1) throw new Error(`${roots.length} documents instead of one`)
  return canonical(treeOf(graph, roots[0]).tree)
}

/** Write a tree in a syntax. */
export async function write (tree, mediaType) {
  switch (mediaType) {
    case 'application/json': return JSON.stringify(tree, null, 2)
    case 'application/ld+json': return JSON.stringify({ '@context': CONTEXT, ...tree }, null, 2)
    case 'application/xml': return `<?xml version="1.0" encoding="UTF-8"?>\n${element(tree.type, tree, classNamed(tree.type), ` xmlns="${GCL}"`)}\n`
    default: {
      const graph = await jsonld.toGraph({ ...tree, '@context': CONTEXT })
      const writer = new Writer(mediaType === 'text/turtle' ? { prefixes: { gcl: GCL } } : { format: 'N-Triples' })
      writer.addQuads(graph.getQuads(null, null, null, null))
      return new Promise((resolve, reject) => writer.end((error, text) => error ? reject(error) : resolve(text)))
    }
  }
}

/** Members in the order of the class table, an element for each item and each language. */
function element (name, tree, schema, attributes = '') {
  const content = members(schema).flatMap(([member, { kind }]) => {
    const value = tree[member]
    if (value === undefined) return []
    if (kind.title === 'LocalizedText') {
      return Object.keys(value).sort().map(language => `<${member} xml:lang="${language}">${escaped(value[language])}</${member}>`)
    }
    return [value].flat().map(item => kind.type === 'object' ? element(member, item, kind) : `<${member}>${escaped(String(item))}</${member}>`)
  })
  return `<${name}${attributes}>${content.join('')}</${name}>`
}

// A carriage return has to be a reference, or parsers read it as a line feed.
const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const escaped = text => text.replace(/[&<>\r]/g, character => REFERENCES[character])
