import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished, TestRunner } from 'vitest'

/** A new folder, removed after the test that asks for it, or after the file's tests if none runs yet. */
export function temporaryFolder(): string {
  // On macOS the system's folder is a link; what watches or resolves paths tells the real one.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hallway-test-'))
  // Windows may hold files a moment longer than the process that had them open.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  if (TestRunner.getCurrentTest()) onTestFinished(remove)
  else afterAll(remove)
  return folder
}

/** A temporary folder with files: paths with `/` -> contents. */
export function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
