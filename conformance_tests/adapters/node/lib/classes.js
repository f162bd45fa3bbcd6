// The classes as the JSON Schemas state them: their members in order, arrays, and the kind of each value.
import { schemas } from './json.js'

/** Return the schema of a class by its name, of a document or of an embedded object. */
export function classNamed (name) {
  const { classes, embedded } = schemas()
  const found = classes.get(name) ?? embedded[name]
  return found?.['x-class'] ? found : undefined
}

/** Follow references (directly, or in the allOf that adds annotations) to the named schema. */
export function resolved (schema) {
  const reference = schema.$ref ?? schema.allOf?.find(part => part.$ref)?.$ref
  return reference ? resolved(schemas().embedded[reference.split('/').at(-1)]) : schema
}

const tables = new WeakMap()

/** Return [name, {many, kind, unique}] for each member of a class but its type, in the order of the class table. */
export function members (schema) {
  if (!tables.has(schema)) tables.set(schema, table(schema))
  return tables.get(schema)
}

function table (schema) {
  return Object.entries(schema.properties)
    .filter(([name]) => name !== 'type' && name !== '@context')
    .map(([name, property]) => {
      const many = property.type === 'array'
      return [name, { many, kind: resolved(many ? property.items : property), unique: property.uniqueItems }]
    })
}
