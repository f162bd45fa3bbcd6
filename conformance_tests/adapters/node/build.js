// Compile the published Schematron for Saxon-JS, where it is newer than what was compiled before.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BUILD, ROOT } from './lib/artefacts.js'

const here = dirname(fileURLToPath(import.meta.url))
const compiler = join(here, 'node_modules', 'xslt3', 'xslt3.js')
const translator = join(here, '..', 'schematron.xsl')
const schema = join(ROOT, 'schemas', 'schematron', 'gclink.sch')
const stylesheet = join(BUILD, 'rules.xsl')
const compiled = join(BUILD, 'rules.sef.json')

const age = path => statSync(path).mtimeMs
const fresh = existsSync(compiled) && [translator, schema].every(path => age(path) < age(compiled))

if (!fresh) {
  mkdirSync(BUILD, { recursive: true })
  const run = (...options) => execFileSync(process.execPath, [compiler, ...options], { stdio: 'inherit' })
  run(`-xsl:${translator}`, `-s:${schema}`, `-o:${stylesheet}`)
  run(`-xsl:${stylesheet}`, `-export:${compiled}`, '-nogo')
}
