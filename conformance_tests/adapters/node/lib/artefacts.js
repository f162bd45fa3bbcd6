// Where the published files lie: the only things this implementation knows about the standard.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))

/** The folder that holds `schemas/` and `ontology/`: GCLINK_ARTEFACTS, else the checkout this file is part of. */
export const ROOT = process.env.GCLINK_ARTEFACTS || join(HERE, '..', '..', '..', '..')

/** Files derived from the artefacts once, at set-up. */
export const BUILD = process.env.GCLINK_NODE_BUILD || join(HERE, '..', 'build')

export const CONTEXT = 'https://w3id.org/gclink/context/v1'
export const GCL = 'https://w3id.org/gclink/'
export const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** Return a published file as text; says which one is missing. */
export function text (...names) {
  const path = join(ROOT, ...names)
  if (!existsSync(path)) throw new Error(`no file ${join(...names)} below ${ROOT}; set GCLINK_ARTEFACTS`)
  return readFileSync(path, 'utf8')
}

export const json = (...names) => JSON.parse(text(...names))
