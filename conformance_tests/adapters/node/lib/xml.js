// XML: schemas/xsd/gclink.xsd by libxml2, what XSD 1.0 cannot see by code, then the Schematron by Saxon-JS.
//
// libxml2 (here as WebAssembly) is also behind Python's lxml: it is the one part that this implementation and the
// Python library have in common. No other XML Schema validator runs in Node.
import { join } from 'node:path'
import { ParseOption, XmlDocument, XmlElement, XsdValidator, xmlCleanupInputProvider } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { ROOT, text } from './artefacts.js'
import { Unreadable, violation } from './findings.js'
import { textsOf } from './json.js'
import { foremost } from './json-reasons.js'
import * as schematron from './schematron.js'
import { decode } from './text.js'
import { reasons } from './xml-reasons.js'
import { documentsIn, toTree } from './xml-tree.js'

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const XML = 'http://www.w3.org/XML/1998/namespace'

let schema

function validator () {
  if (schema) return schema
  // Files are open to libxml2 only while it reads the schema, which imports xml.xsd from beside itself.
  xmlRegisterFsInputProviders()
  const url = join(ROOT, 'schemas', 'xsd', 'gclink.xsd')
  schema = XsdValidator.fromDoc(XmlDocument.fromString(text('schemas', 'xsd', 'gclink.xsd'), { url }))
  xmlCleanupInputProvider()
  return schema
}

/** Return the findings for an XML document; throws Unreadable. */
export function check (bytes) {
  const source = decode(bytes)
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(source)
  if (declared && declared[1].toUpperCase() !== 'UTF-8') throw new Unreadable('GCL-COR-006', `the encoding is ${declared[1]}`)
  if (/<!DOCTYPE/.test(source)) throw new Unreadable('GCL-COR-048', 'a document type declaration')
  let document
  try {
    document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE })
  } catch (error) {
    throw new Unreadable('GCL-COR-048', `no XML: ${error.message}`)
  }
  try {
    const faults = structure(document)
    return faults.length ? faults : schematron.check(source)
  } finally {
    document.dispose()
  }
}

function structure (document) {
  try {
    validator().validate(document)
  } catch (error) {
    if (!error.details) throw error
    return foremost(reasons(document.root, error.details))
  }
  const read = documentsIn(document.root).map(toTree)
  return [...attributes(document.root), ...read.flatMap(({ tree, findings }) => [...findings, ...textsOf(tree)])]
}

/** XML Schema admits its own attributes everywhere; of those only a schema location at the root is left alone. */
function attributes (root) {
  const found = []
  const visit = element => {
    for (const { name, namespaceUri } of element.attrs) {
      const hint = element.isSameNode(root) && namespaceUri === XSI && /^(noNamespaceS|s)chemaLocation$/.test(name)
      const language = namespaceUri === XML && name === 'lang'
      if (!hint && !language) found.push(violation('GCL-COR-002', '', `the attribute ${name}`))
    }
    for (let child = element.firstChild; child; child = child.next) if (child instanceof XmlElement) visit(child)
  }
  visit(root)
  return found
}
