/** True when the tests shall use the npm packages of the test-only lockfile although other binaries are installed. */
export function ignoresInstalledTools(): boolean {
  return process.env['SHOPBELL_TEST_TOOLS_FROM'] === 'npm'
}
