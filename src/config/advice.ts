import { defaults } from '../defaults.ts'

const settings = 'in your app’s settings at https://api.slack.com/apps'

/** What to set, if a variable is missing or wrong. */
export const advice = {
  SLACK_BOT_TOKEN: `Set it to the bot token, which begins with xoxb-: “OAuth & Permissions” ${settings}.`,
  SLACK_APP_TOKEN: `Set it to the app-level token, which begins with xapp-: “Basic Information” ${settings}.`,
  SLACK_SIGNING_SECRET: `Set it to the signing secret, 16 letters and digits or more: “Basic Information” ${settings}.`,
  SLACK_CLIENT_ID: `Set it to the client ID, numbers with a dot between: “Basic Information” ${settings}.`,
  SLACK_CLIENT_SECRET: `Set it to the client secret, letters and digits only: “Basic Information” ${settings}.`,
  HALLWAY_TOKEN_KEY:
    'Set it to 32 random bytes in base64, as `openssl rand -base64 32` prints them; older keys may follow, with commas between.',
  HALLWAY_CORPUS_FOR:
    'Set it to the ids of workspaces such as T012AB34CD with commas between, to all, or leave it out.',
  HALLWAY_DATA: `Set it to a folder without quotes around it, such as ${defaults.HALLWAY_DATA}.`,
  HALLWAY_SEARCH_URL:
    'Set it to the addresses of an OpenSearch cluster, with commas between, such as https://user:password@search1.example.com:9200.',
  HALLWAY_SEARCH_API_KEY:
    'Set it to an API key of the cluster as it was shown: ASCII letters, digits and signs.',
  HALLWAY_SEARCH_INDEX: `Set it to small letters, digits and -, such as ${defaults.HALLWAY_SEARCH_INDEX}.`,
  HALLWAY_OWN_INDEX: `Set it to how many talks a process may index itself, such as ${defaults.HALLWAY_OWN_INDEX}, or to 0 for none.`,
  HALLWAY_MEANING: 'Set it to off or to the name of a model, or leave it out.',
  HALLWAY_MODEL_MIRROR: 'Set it to an address such as https://models.example.com/, or leave it out.',
  HALLWAY_TIP_GRACE: `Set it to hours from 0 to 24, such as ${defaults.HALLWAY_TIP_GRACE}.`,
  HALLWAY_PORT: `Set it to a port from 1 to 65535, such as ${defaults.HALLWAY_PORT}.`,
  HALLWAY_HOST: `Set it to an address of this machine such as ${defaults.HALLWAY_HOST}, or to 0.0.0.0 for all.`,
  HALLWAY_LOG_LEVEL: 'Set it to error, warn, info or debug.',
  HALLWAY_NOTES_GIT:
    'Set it to the address of a repository such as https://git.example.com/team/notes.git or git@git.example.com:team/notes.git.',
  HALLWAY_NOTES_BRANCH: 'Set it to the name of a branch such as main, or leave it out.',
  HALLWAY_NOTES_FOLDER: 'Set it to a folder of the repository such as docs/talks, or leave it out.',
  HALLWAY_NOTES_PULL: `Set it to seconds from 5 to 86400, such as ${defaults.HALLWAY_NOTES_PULL}.`,
  HALLWAY_NOTES_SECRET: 'Set it to the secret of the webhook, 16 characters or more.',
  HALLWAY_DRAIN_SECONDS: `Set it to seconds from 0 to 300, such as ${defaults.HALLWAY_DRAIN_SECONDS}.`,
  HALLWAY_LOG_FORMAT: 'Set it to text or json.',
  HALLWAY_SLOW_MS: `Set it to milliseconds such as ${defaults.HALLWAY_SLOW_MS}, or to 0 for never.`,
  HALLWAY_STATUS_PORT: 'Set it to a port from 1 to 65535, such as 9464, or leave it out.',
  HALLWAY_STATUS_HOST: `Set it to an address of this machine such as ${defaults.HALLWAY_STATUS_HOST}, or to 0.0.0.0 for all.`,
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'Set it to the address of a collector such as http://127.0.0.1:4318, or leave it out.',
  HALLWAY_NOTES_URL:
    'Set it to the address of a note with {path} and {line} in it, without a user or password, such as https://git.example.com/notes/{path}#L{line}.',
  HALLWAY_SLACK_API_URL: 'Set it to an address such as https://slack.com/api/, or leave it out.',
} as const
