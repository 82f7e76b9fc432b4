/**
 * What another program gets of the environment: all but Hallway's own settings, which hold its secrets. A user's programs and
 * packages that run scripts need none of them.
 */
export function environmentForOthers(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

const ours = /^(?:SLACK_|HALLWAY_|OTEL_|DATABASE_URL$|PGPASSWORD$)/i
