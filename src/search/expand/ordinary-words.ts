import { madeOnce, remembering } from '../../text/remembering.ts'
import { isInWordList, readWordList } from '../analysis/english-word-lists.ts'
import { isFormOf } from '../query/word-roles.ts'

/**
 * Whether a word is right as it stands, so that it is hardly a slip, whatever word of the notes is near: who asks about keyboards means
 * no keywords. Ordinary English, in all its forms.
 */
export const isOrdinaryWord = remembering(
  (word: string): boolean => isFormOf(word, newerWords) || isEnglishWord(word),
)

/** Whether it is a tool or a company that people know: who asks for a Slack channel means no stack. */
export const isWellKnown = (word: string): boolean => knownNames.has(word)

/** Whether a folded word is one of the commonest of English, in any form. */
export const isEnglishWord = (word: string): boolean =>
  englishWords().some((list) => isInWordList(word, list))

/** The 40,000 commonest of SCOWL, with American and British spellings. */
const englishWords = madeOnce(() =>
  (['english', 'american', 'british'] as const).flatMap((kind) =>
    [10, 20, 35].map((size) => readWordList(kind, size)),
  ),
)

/** Words of work that are younger than that list. Plurals need no entry. */
const newerWords: ReadonlySet<string> = new Set(
  `burnout burndown chatbot coworking downtime freelancer gdpr governance headcount hackathon laptop layoff livestream logistics
   merch okrs onsite outage podcast postmortem recruiter roadmap scrum stakeholder startup sustainability telemetry tshirt upskilling
   webinar whiteboard wifi workflow`.split(/\s+/),
)

/** Tools and companies that people know, as they are written. */
const knownNames: ReadonlySet<string> = new Set(
  `airbnb airflow airtable amazon android angular ansible apache apple arduino asana atlassian auth0 axios azure babel backstage
   bamboo bazel bitbucket bootstrap bower caddy cassandra chatgpt chrome circleci claude clickhouse clickup clojure cloudflare
   cockroach confluence consul copilot cypress dagster dapr datadog debian deno dependabot discord docker dropbox druid dynamo
   elastic electron elixir ember envoy erlang eslint etcd excel express facebook fargate fastapi fastify fastly figma firebase
   firefox flink flutter fluentd gatsby gemini gitea github gitlab golang google gradle grafana graphql grpc gulp hadoop haskell
   hashicorp helm heroku hibernate hugo influx instagram istio jaeger java javascript jenkins jest jira julia jupyter kafka keras
   keycloak kibana kong kotlin kubernetes lambda laravel lerna linear linkerd linkedin linux liquibase llama logstash loki looker
   lua mariadb mastodon maven memcached mercurial mesos meteor microsoft minio miro mistral mixpanel mocha mongo mongodb mysql
   nagios neo4j netlify netflix nginx nomad notion nuxt okta openai opensearch oracle pagerduty pandas parquet paypal perl phoenix
   photoshop php pinecone playwright podman portainer postgres postman prefect presto prisma prometheus puppet pulumi pulsar
   pytorch quarkus rabbitmq rails react reddit redis redshift redux renovate ruby rust salesforce sass scala selenium sentry
   shopify signal skype slack snowflake solr spark splunk spotify spring sqlite storybook stripe supabase svelte swagger swift
   symfony tableau tailwind teams telegram tensorflow terraform thanos traefik travis trello trino twilio twitter ubuntu unity
   unleash vagrant vault vercel vite vitest webex webpack whatsapp windows wordpress youtube zapier zendesk zookeeper zoom`.split(
    /\s+/,
  ),
)
