/** A plan is asked for by its hash; an export that was planned again many times must not make that slow. */
export const plansByHash = `
CREATE INDEX plans_by_hash ON plans (account_id, export_id, plan_hash, plan_no);
`
