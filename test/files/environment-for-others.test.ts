import { afterEach, expect, test, vi } from 'vitest'
import { environmentForOthers } from '../../src/files/environment-for-others.ts'

afterEach(() => vi.unstubAllEnvs())

test('other programs get what they need of the environment, and none of the settings that hold secrets', () => {
  const secrets = ['SLACK_BOT_TOKEN', 'HALLWAY_NOTES_SECRET', 'OTEL_EXPORTER_OTLP_HEADERS', 'DATABASE_URL']
  for (const name of [...secrets, 'PGPASSWORD', 'hallway_notes_git']) vi.stubEnv(name, 'xoxb-secret')
  vi.stubEnv('HTTPS_PROXY', 'http://proxy.example')
  const environment = environmentForOthers()
  expect(environment.HTTPS_PROXY).toBe('http://proxy.example')
  expect(environment.PATH).toBe(process.env.PATH)
  expect(Object.values(environment)).not.toContain('xoxb-secret')
})
