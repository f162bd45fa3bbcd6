// T2 of XML: schemas/schematron/gclink.sch, made into XSLT and compiled at set-up, run by Saxon-JS.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SaxonJS from 'saxon-js'
import { BUILD } from './artefacts.js'
import { violation } from './findings.js'
import { pointerOf } from './xml-tree.js'

let compiled

function stylesheet () {
  const path = join(BUILD, 'rules.sef.json')
  if (!existsSync(path)) throw new Error(`no ${path}: run conformance_tests/adapters/setup.sh node`)
  compiled ??= JSON.parse(readFileSync(path, 'utf8'))
  return compiled
}

/** Judge the text of an XML document that the schema accepts; returns findings. */
export function check (source) {
  const { principalResult } = SaxonJS.transform({
    stylesheetInternal: stylesheet(), sourceText: source, destination: 'document'
  })
  const found = []
  for (const failure of elements(principalResult.documentElement ?? principalResult.firstChild)) {
    const id = failure.getAttribute('id')
    const location = failure.getAttribute('location')
    const severity = failure.getAttribute('role') === 'error' ? 'violation' : 'warning'
    found.push(violation(id.slice(0, 11), pointerOf(location), failure.textContent, severity))
  }
  return found
}

function elements (parent) {
  return Array.from(parent.childNodes ?? []).filter(node => node.nodeType === 1)
}
