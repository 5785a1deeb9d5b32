/** The body of a worker beside this file: TypeScript where the sources run as they are, JavaScript where they were compiled. */
export function workerFile(name: 'initialise-worker' | 'serve-worker'): URL {
  return new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)
}
