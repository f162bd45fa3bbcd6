#!/usr/bin/env node
// gclink-adapter/1 on standard input and output: one JSON object a line.
import { createInterface } from 'node:readline'
import { claims, implementation } from './lib/claims.js'
import { digest } from './lib/canonical.js'
import { check } from './lib/check.js'
import { treeFrom, write } from './lib/convert.js'

const PROTOCOL = 'gclink-adapter/1'

async function answer (message) {
  switch (message.op) {
    case 'hello':
      if (message.protocol !== PROTOCOL) return { failed: true, message: `this adapter speaks ${PROTOCOL}` }
      return { protocol: PROTOCOL, implementation, claims }
    case 'check':
      return checked(message)
    case 'convert':
      return { document: { iri: message.document.iri, mediaType: message.to, body: await write(await tree(message.document), message.to) } }
    case 'digest':
      return { digest: digest(await tree(message.document)) }
    case 'bye':
      return {}
    default:
      return { declined: true, reason: `this implementation has no operation ${message.op}` }
  }
}

const bytesOf = ({ body, bodyBase64 }) =>
  bodyBase64 === undefined ? Buffer.from(body, 'utf8') : Buffer.from(bodyBase64, 'base64')

const tree = document => treeFrom(bytesOf(document), document.mediaType)

async function checked ({ scope, documents, detail }) {
  if (scope !== 'document') return { declined: true, reason: 'rules across documents are not implemented' }
  const findings = []
  for (const document of documents) {
    const found = await check(bytesOf(document), document.mediaType)
    findings.push(...found.map(({ requirement, severity, location, message }) =>
      ({ requirement, severity, document: document.iri, location, message })))
  }
  const verdict = findings.some(found => found.severity === 'violation') ? 'violates' : 'conforms'
  return detail === 'verdict' ? { verdict } : { verdict, findings }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!line.trim()) continue
  const message = JSON.parse(line)
  let response
  try {
    response = await answer(message)
  } catch (error) {
    console.error(error)
    response = { failed: true, message: String(error.message) }
  }
  process.stdout.write(JSON.stringify({ id: message.id, ...response }) + '\n')
  if (message.op === 'bye') break
}
