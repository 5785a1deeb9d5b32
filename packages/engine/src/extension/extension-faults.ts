import { ExtensionDescription } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import { EXTENSION_FORMAT, type Extension } from './extension.ts'

const Description = Compile(ExtensionDescription)

/** What keeps a value from being an extension that this engine reads, in sentences that say what to do. */
export function extensionFaults(value: unknown): readonly string[] {
  if (!isRecord(value))
    return ['This is no extension; it must be an object with “format”, “vendor” and “version”.']
  const name = typeof value['vendor'] === 'string' ? `“${value['vendor']}”` : 'An extension'
  if (value['format'] !== EXTENSION_FORMAT) {
    return [
      `${name} is written for format ${String(value['format'])} of extensions; this Shopbell reads format ${EXTENSION_FORMAT}. Install a version of it that fits.`,
    ]
  }
  const unlisted = ['blocks', 'rules', 'contents'].filter(
    (part) => value[part] !== undefined && !(Array.isArray(value[part]) && value[part].every(isRecord)),
  )
  if (unlisted.length > 0) return unlisted.map((part) => `${name}: “${part}” must be a list of objects.`)
  if (!isSound(value)) return faultsOfShape(name, value)
  return [...misnamed(name, value), ...badDefaults(name, value)]
}

/** Whether it is one; where it is not, `extensionFaults` says why. */
export function isExtension(value: unknown): value is Extension {
  return extensionFaults(value).length === 0
}

function isSound(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & Extension {
  return faultsOfShape('', value).length === 0
}

function faultsOfShape(name: string, value: Readonly<Record<string, unknown>>): readonly string[] {
  const functions = ['rank', 'lookUp'].filter(
    (part) => value[part] !== undefined && typeof value[part] !== 'function',
  )
  const missing = [
    ...parts(value, 'blocks').filter(({ transitions }) => typeof transitions !== 'function'),
    ...parts(value, 'rules').filter(({ silence }) => typeof silence !== 'function'),
  ].map(
    (part) => `${name}: “${String(part['kind'] ?? part['name'])}” has no function that says what it does.`,
  )
  const description = describe(value)
  const unfit = Description.Check(description)
    ? []
    : Description.Errors(description).map(
        ({ instancePath, message }) => `${name}: ${instancePath === '' ? 'it' : instancePath} ${message}.`,
      )
  return [
    ...unfit.slice(0, 10),
    ...missing,
    ...functions.map((part) => `${name}: “${part}” must be a function.`),
  ]
}

/** What `describeExtension` would say of it, were it an extension. */
function describe(value: Readonly<Record<string, unknown>>): unknown {
  return {
    vendor: value['vendor'],
    version: value['version'],
    facts: value['facts'] ?? {},
    blocks: parts(value, 'blocks').map(({ transitions: _does, problems: _finds, ...said }) => said),
    rules: parts(value, 'rules').map(({ silence: _says, ...said }) => said),
    contents: value['contents'] ?? [],
    ranks: value['rank'] !== undefined,
  }
}

function parts(
  value: Readonly<Record<string, unknown>>,
  key: string,
): readonly Readonly<Record<string, unknown>>[] {
  const list = value[key]
  return Array.isArray(list) ? list.filter(isRecord) : []
}

function misnamed(
  name: string,
  { vendor, blocks = [], rules = [], contents = [] }: Extension,
): readonly string[] {
  const names = [...blocks.map(({ kind }) => kind), ...rules.map((rule) => rule.name)]
  const all = [...names, ...contents.map(({ kind }) => kind)]
  const twice = [names, contents.map(({ kind }) => kind)].flatMap((list) =>
    list.filter((one, index) => list.indexOf(one) < index),
  )
  return [
    ...all
      .filter((one) => !one.startsWith(`${vendor}/`))
      .map((one) => `${name}: “${one}” must begin with “${vendor}/”.`),
    ...twice.map((one) => `${name}: “${one}” is there twice; keep one.`),
  ]
}

function badDefaults(name: string, { blocks = [] }: Extension): readonly string[] {
  return blocks.flatMap(({ kind, fields }) =>
    Object.entries(fields?.properties ?? {})
      .filter(([, schema]) => schema.default !== undefined && !Compile(schema).Check(schema.default))
      .map(([field]) => `${name}: the default of “${field}” in “${kind}” does not fit its own schema.`),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
