import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerCertificate } from '../store/postgres-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An authority of the test's own. */
export interface Authority {
  /** The file of its certificate. */
  readonly file: string
  /** A certificate for a host, by its name or address. */
  issue(host: string): ServerCertificate
}

export const isOpensslThere = spawnSync('openssl', ['version']).status === 0

export function makeAuthority(name: string): Authority {
  const folder = temporaryFolder()
  const at = (file: string) => join(folder, file)
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl(
    ...['req', '-x509', ...newKey, '-days', '2', '-subj', `/CN=${name}`],
    ...['-keyout', at('ca.key'), '-out', at('ca.crt')],
  )
  return {
    file: at('ca.crt'),
    issue(host) {
      const kind = /^[\d.]+$/.test(host) ? 'IP' : 'DNS'
      writeFileSync(at('names'), `subjectAltName=${kind}:${host}\n`)
      openssl('req', ...newKey, '-subj', `/CN=${host}`, '-keyout', at('host.key'), '-out', at('host.csr'))
      openssl(
        ...['x509', '-req', '-in', at('host.csr'), '-CA', at('ca.crt'), '-CAkey', at('ca.key')],
        ...['-CAcreateserial', '-days', '2', '-extfile', at('names'), '-out', at('host.crt')],
      )
      return { certificate: readFileSync(at('host.crt'), 'utf8'), key: readFileSync(at('host.key'), 'utf8') }
    },
  }
}

function openssl(...words: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${words[0]} failed: ${stderr}`)
}
