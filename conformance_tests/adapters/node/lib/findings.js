// Findings: what is wrong, by requirement and place.

/** Return one violation; `location` is a JSON pointer into the canonical JSON form. */
export function violation (requirement, location, message, severity = 'violation') {
  return { requirement, severity, location, message }
}

export const pointer = path => path.map(part => '/' + String(part).replace(/~/g, '~0').replace(/\//g, '~1')).join('')

/** Bytes that cannot be read at all: one finding, and nothing else can be said. */
export class Unreadable extends Error {
  constructor (requirement, message) {
    super(message)
    this.requirement = requirement
  }
}

/** Leave out repeated findings. */
export function distinct (findings) {
  const seen = new Map()
  for (const found of findings) {
    const key = [found.requirement, found.location, found.severity].join(' ')
    if (!seen.has(key)) seen.set(key, found)
  }
  return [...seen.values()]
}
