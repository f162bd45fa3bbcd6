#!/usr/bin/env node
// gclink-adapter/1 on standard input and output: one JSON object a line.
import { createInterface } from 'node:readline'
import { claims, implementation } from './lib/claims.js'
import { check } from './lib/check.js'

const PROTOCOL = 'gclink-adapter/1'

async function answer (message) {
  switch (message.op) {
    case 'hello':
      if (message.protocol !== PROTOCOL) return { failed: true, message: `this adapter speaks ${PROTOCOL}` }
      return { protocol: PROTOCOL, implementation, claims }
    case 'check':
      return checked(message)
    case 'bye':
      return {}
    default:
      return { declined: true, reason: `this implementation has no operation ${message.op}` }
  }
}

async function checked ({ scope, documents, detail }) {
  if (scope !== 'document') return { declined: true, reason: 'rules across documents are not implemented' }
  const findings = []
  for (const document of documents) {
    const bytes = document.bodyBase64 === undefined
      ? Buffer.from(document.body, 'utf8')
      : Buffer.from(document.bodyBase64, 'base64')
    const found = await check(bytes, document.mediaType)
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
