import { read } from './repository-files.ts'

/** The code of a file: all of it, or what stands between the script tags of a component. */
export function scriptsOf(path: string): string {
  if (!path.endsWith('.svelte')) return read(path)
  return [...read(path).matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
}
