import { type ExtensionSet, NO_EXTENSIONS } from '@shopbell/engine'
import { Option } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'

/** `--extension <module>`: a path or an installed package that exports an `extension`; may be given several times. */
export function extensionOption(): Option {
  return new Option(
    '--extension <module>',
    'load this extension: a path, or a package installed here; may be given several times',
  )
    .default([], 'none')
    .argParser((one, before: readonly string[]) => [...before, one])
}

/** The extensions that were named. One that cannot be loaded is a `CommandFailure` that says why. */
export async function extensionsNamed(modules: readonly string[]): Promise<ExtensionSet> {
  if (modules.length === 0) return NO_EXTENSIONS
  // Loaded only where it is needed: it belongs to the server.
  const { loadExtensions } = await import('@shopbell/server/load-extensions')
  const read = await loadExtensions(modules, '.')
  if (read.ok) return read.extensions
  throw new CommandFailure(EXIT.USAGE, read.faults.join('\nshopbell: USAGE: '))
}
