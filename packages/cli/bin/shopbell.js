#!/usr/bin/env node
// Runs the build; in a checkout `node -C shopbell-source packages/cli/bin/shopbell.js` runs the sources (package.json "imports").
import { runCli } from '#run-cli'

await runCli(process.argv)
