import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The oldest Node that runs TypeScript sources and custom conditions as Shopbell uses them. */
export const NODE_WANTED = '22.18'

/** The Node that runs Shopbell: the one npm installed with the packages, else the system's; null when both are too old. */
export function projectNode(root) {
  const candidates = [join(root, 'node_modules', '.bin', 'node'), process.execPath, 'node']
  return candidates.find((path) => isNewEnough(path)) ?? null
}

function isNewEnough(path) {
  if (path === process.execPath) return versionSuffices(process.version)
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return status === 0 && versionSuffices(stdout.trim())
}

/** True for `v22.18.0` and newer. */
export function versionSuffices(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  const [wantedMajor, wantedMinor] = NODE_WANTED.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}
