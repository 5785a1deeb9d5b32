import { read } from './repository-files.ts'

/** One package of a lockfile, as npm writes it, and its name. */
export interface LockedPackage {
  readonly path: string
  readonly name: string
  readonly version: string
  readonly integrity?: string
  readonly resolved?: string
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Every copy of every package a lockfile installs; our own workspaces are not among them. */
export function packagesOf(lockfile: string): readonly LockedPackage[] {
  const entries: Record<string, Omit<LockedPackage, 'path' | 'name'>> = JSON.parse(read(lockfile)).packages
  return Object.entries(entries)
    .filter(([path, entry]) => path.includes('node_modules/') && !('link' in entry))
    .map(([path, entry]) => ({
      ...entry,
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    }))
}
