import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extensionSet, type ExtensionsRead } from '@shopbell/engine'

/**
 * Loads the modules that export an `extension`, and puts them together. A module is a path, from `folder` where it is not absolute, or a
 * package that is installed there. What cannot be loaded, is none, or does not go with the others is refused in sentences.
 */
export async function loadExtensions(modules: readonly string[], folder: string): Promise<ExtensionsRead> {
  const loaded = await Promise.all(modules.map((module) => load(module, folder)))
  const faults = loaded.flatMap((one) => ('fault' in one ? [one.fault] : []))
  if (faults.length > 0) return { ok: false, faults }
  return extensionSet(loaded.flatMap((one) => ('extension' in one ? [one.extension] : [])))
}

async function load(
  module: string,
  folder: string,
): Promise<{ readonly extension: unknown } | { readonly fault: string }> {
  try {
    const exported: { readonly extension?: unknown } = await import(
      pathToFileURL(pathOf(module, folder)).href
    )
    if (exported.extension === undefined) {
      return { fault: `“${module}” exports no “extension”; name a module that does.` }
    }
    return { extension: exported.extension }
  } catch (error) {
    const [why = ''] = String(error instanceof Error ? error.message : error).split('\n')
    return { fault: `The extension “${module}” cannot be loaded: ${why.replace(/\.$/, '')}.` }
  }
}

/** A package is looked for from the folder, as Node does for a module that stands there. */
function pathOf(module: string, folder: string): string {
  const isPath = /^[./]|^[A-Za-z]:[\\/]|\.[cm]?[jt]s$/.test(module)
  return isPath ? resolve(folder, module) : createRequire(join(resolve(folder), 'here.js')).resolve(module)
}
