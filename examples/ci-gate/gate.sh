#!/bin/sh
# The steps of workflow.yml in plain shell, for every other CI. The exit code is that of the step which stopped.
set -eu

: "${AS_OF:?day of the entry, whose law holds: YYYY-MM-DD}"
: "${GITHUB_RUN_ID:?what makes this run one run: of another CI its own number}"
: "${ORDERS:=orders.json}" "${SHIPMENT:=shipment.json}" "${POLICY:=entrygo.policy.yaml}"
: "${GITHUB_STEP_SUMMARY:=summary.md}" "${GITHUB_OUTPUT:=outputs.txt}"
export GITHUB_STEP_SUMMARY GITHUB_OUTPUT

# The value of an output: the line behind its name.
output() { sed -n "/^$1<</{n;p;}" "$GITHUB_OUTPUT" | tail -n 1; }

entrygo sync "$ORDERS" --no-input --json > synced.json

entrygo plan --orders-from synced.json --shipment "$SHIPMENT" --as-of "$AS_OF" --policy "$POLICY" --fail-on blocked --out plan.json --github --no-input --json > planned.json

if [ "$(output requires-approval)" = true ]; then
  if [ -z "${APPROVER:-}" ] || [ -z "${REASON:-}" ]; then
    echo "A person has to approve: read $GITHUB_STEP_SUMMARY, then give APPROVER and REASON." >&2
    exit 3
  fi
  entrygo approve plan.json --reason "$REASON" --actor-name "$APPROVER" --no-input --json > approval.json
fi

entrygo execute plan.json --policy "$POLICY" --idempotency-key "$GITHUB_RUN_ID:execute" --wait --timeout 10m --github --no-input --json > executed.json
