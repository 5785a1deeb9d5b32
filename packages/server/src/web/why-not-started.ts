import type { Config } from '../config/config.ts'

/** The sentence a person needs when the server could not start; what we did not foresee speaks for itself. */
export function whyNotStarted(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): string {
  const place = `${host}:${String(port)}`
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `Something else listens on ${place} already: stop it, or choose another port with PORT.`
    case 'EACCES':
      return `This user may not listen on ${place}: choose a port above 1023 with PORT.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}: choose one it has with HOST.`
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
