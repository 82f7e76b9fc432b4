{{- define "hallway.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 }}{{ end -}}
{{- end }}

{{- define "hallway.selector" -}}
app.kubernetes.io/name: hallway
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "hallway.labels" -}}
{{ include "hallway.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* Whether anything is posted to it: by Slack, or by the host of the notes' repository. */}}
{{- define "hallway.listens" -}}
{{- if or (eq .Values.slack.mode "http") .Values.ingress.enabled }}yes{{ end }}
{{- end }}

{{/* A setting as text. Helm reads numbers of values files as such of floating point, which it would write as 1e+06. */}}
{{- define "hallway.setting" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) }}{{ printf "%.0f" . }}{{ else }}{{ . }}{{ end }}
{{- end }}

{{- define "hallway.check" -}}
{{- if and (gt (int .Values.replicas) 1) (not .Values.database.existingSecret) }}
{{- fail "Several replicas need a PostgreSQL server: set database.existingSecret to a Secret with DATABASE_URL." }}
{{- end }}
{{- if and (eq .Values.slack.mode "socket") (gt (int .Values.replicas) 10) }}
{{- fail "Slack allows ten connections over Socket Mode: set replicas to 10 at the most, or slack.mode to http." }}
{{- end }}
{{- if not (or .Values.notes.git .Values.notes.existingSecret .Values.notes.existingClaim) }}
{{- fail "There are no notes: set notes.git, notes.existingSecret or notes.existingClaim." }}
{{- end }}
{{- if and (not .Values.persistence.enabled) (not .Values.database.existingSecret) }}
{{- fail "Without a volume, what is remembered would be lost with each pod: set database.existingSecret or persistence.enabled." }}
{{- end }}
{{- end }}
