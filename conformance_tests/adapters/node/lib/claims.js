// Who this is, what it claims, and what it declines, by name.

export const implementation = {
  name: 'gclink-node',
  version: '1.0.0',
  vendor: 'Green Carbon Link',
  language: 'JavaScript',
  homepage: 'https://w3id.org/gclink/conformance/adapters',
  issues: 'https://w3id.org/gclink/conformance/adapters'
}

const PROCEDURE = 'the requirement is a procedure; no published schema, shape or rule expresses it'

export const claims = [{
  profile: 'validator',
  specVersion: '1.0',
  tiers: ['T1', 'T2'],
  formats: ['json', 'xml', 'jsonld', 'turtle'],
  operations: ['check', 'convert', 'digest'],
  declines: ['GCL-BRD-032', 'GCL-BRD-046', 'GCL-FIN-014', 'GCL-FIN-015', 'GCL-FIN-016', 'GCL-FIN-077'].map(
    requirement => ({ requirement, reason: PROCEDURE })
  )
}]
