// Generated from openapi.yaml by tools/codegen. Do not edit: run "pnpm run generate".

export const incoterms = [
  "EXW",
  "FCA",
  "FAS",
  "FOB",
  "CFR",
  "CIF",
  "CPT",
  "CIP",
  "DAP",
  "DPU",
  "DDP",
] as const

export const modeOfTransports = [
  "truck",
  "air",
  "ocean",
  "rail",
  "mail",
] as const

export const readinessStates = [
  "READY",
  "REVIEW_REQUIRED",
  "BLOCKED",
] as const

export const exportStatuses = [
  "dry_run",
  "planned",
  "executed",
] as const

export const exportStates = [
  "dry_run",
  "blocked",
  "awaiting_approval",
  "executable",
  "handing_off",
  "completed",
  "needs_action",
] as const

export const nextActions = [
  "PLAN",
  "SUPPLY_MISSING_DATA",
  "CHANGE_AND_REPLAN",
  "REVIEW_AND_APPROVE",
  "REVIEW_AND_EXECUTE",
  "EXECUTE",
  "WAIT",
  "NONE",
  "FIX_AND_EXECUTE_AGAIN",
  "CONFIRM_WITH_BROKER",
] as const

export const severities = [
  "BLOCK",
  "REVIEW",
  "INFO",
] as const

export const findingCodes = [
  "MISSING_DATA",
  "INVALID_DATA",
  "QUESTION",
  "NOT_ALLOWED",
  "CHECK",
  "NOTICE",
] as const

export const confidences = [
  "H",
  "M",
  "L",
] as const

export const flags = [
  "SECTION_232_METALS",
  "SECTION_232_AUTOS",
  "SECTION_232_TRUCKS",
  "SECTION_232_WOOD",
  "SECTION_232_SEMICONDUCTORS",
  "SECTION_232_PHARMA",
  "SECTION_232_UAS",
  "SECTION_232_POLYSILICON",
  "SECTION_338_CANADA",
  "SECTION_301_CHINA",
  "SECTION_301_FORCED_LABOR",
  "SECTION_301_BRAZIL",
  "SECTION_201_QUARTZ",
  "SECTION_122",
  "PGA_FDA_FOOD",
  "PGA_FDA_COS",
  "PGA_FDA_DRUG",
  "PGA_FDA_DEV",
  "PGA_FDA_RAD",
  "PGA_FDA_FCS",
  "PGA_FSIS",
  "PGA_APHIS",
  "PGA_LACEY",
  "PGA_EPA_TSCA",
  "PGA_EPA_WOOD",
  "PGA_EPA_PEST",
  "PGA_EPA_VNE",
  "PGA_EPA_ODS_HFC",
  "PGA_NHTSA",
  "PGA_CPSC",
  "PGA_FCC",
  "PGA_TTB",
  "PGA_ATF",
  "PGA_DEA",
  "PGA_FWS",
  "PGA_NMFS",
  "PGA_OMC",
  "PGA_AMS",
  "PGA_DDTC_OFAC",
  "IMPORT_BAN",
  "EMBARGO",
  "AD_CVD_CANDIDATE",
  "USMCA_CLAIMED",
  "FORCED_LABOR_CHECK",
  "FACT_DEFAULTED",
  "PARTY_SCREENING_HIT",
  "PARTY_SCREENING_NOT_DONE",
  "ORDER_ALREADY_EXPORTED",
  "ORDERS_EXCLUDED",
  "LAW_CHANGES_BEFORE_ENTRY",
  "RULE_PACK_OUT_OF_RANGE",
  "RULES_PARTIAL",
  "AS_OF_FIXED",
] as const

export const tradePrograms = [
  "SECTION_232_METALS",
  "SECTION_232_AUTOS",
  "SECTION_232_TRUCKS",
  "SECTION_232_WOOD",
  "SECTION_232_SEMICONDUCTORS",
  "SECTION_232_PHARMA",
  "SECTION_232_UAS",
  "SECTION_232_POLYSILICON",
  "SECTION_338_CANADA",
  "SECTION_301_CHINA",
  "SECTION_301_FORCED_LABOR",
  "SECTION_301_BRAZIL",
  "SECTION_201_QUARTZ",
  "SECTION_122",
] as const

export const entryTypes = [
  "01",
  "03",
  "11",
] as const

export const strategyHints = [
  "HOLD",
  "SPLIT",
  "FORMAL_03",
  "INFORMAL_11",
  "FORMAL_01_CONSOLIDATED",
] as const

export const differenceCauses = [
  "data",
  "rules",
  "warehouse",
  "broker",
  "profile",
  "shipment",
] as const

export const artifactTypes = [
  "cci_human_readable",
  "cci_pdf",
  "cci_csv",
  "cci_json",
  "packing_list",
  "manifest",
] as const

export const packageStates = [
  "generated",
  "handed_off",
] as const

export const notificationStatuses = [
  "recorded",
  "prepared",
  "sending",
  "sent",
  "failed",
  "unknown",
] as const

export const submissionTypes = [
  "email",
  "borderbuddy",
  "byob_email",
  "byob_webhook",
] as const

export const submissionStatuses = [
  "prepared",
  "sending",
  "sent",
  "failed",
  "unknown",
] as const

export const attemptOutcomes = [
  "accepted",
  "rejected",
  "not_sent",
  "unknown",
] as const

export const eventTypes = [
  "EXPORT_PLANNED",
  "EXPORT_BATCH_CREATED",
  "EXPORT_REPLANNED",
  "EXPORT_APPROVED",
  "CUSTOMS_PACKAGE_GENERATED",
  "CUSTOMS_ARTIFACT_GENERATED",
  "WAREHOUSE_NOTIFIED",
  "BROKER_SUBMISSION_PREPARED",
  "EXPORT_EXECUTED",
  "BROKER_SUBMISSION_SENT",
  "BROKER_NOTIFIED",
  "BROKER_SUBMISSION_FAILED",
  "BROKER_SUBMISSION_UNKNOWN",
] as const

export const scopes = [
  "sync",
  "plan",
  "execute",
  "approve",
  "read",
  "admin",
] as const

export const issueCodes = [
  "invalid_type",
  "too_small",
  "too_big",
  "unrecognized_keys",
  "invalid_enum_value",
  "invalid_literal",
  "invalid_string",
  "invalid_date",
  "not_multiple_of",
  "custom",
  "duplicate",
  "unknown_reference",
] as const

export const errorCodes = [
  "INVALID_REQUEST",
  "VALIDATION_ERROR",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "UNKNOWN_PRODUCT",
  "UNKNOWN_ORDER",
  "UNSUPPORTED_DESTINATION",
  "HEADERS_TOO_LARGE",
  "INVALID_API_KEY",
  "INVALID_ACCOUNT_SCOPE",
  "INSUFFICIENT_SCOPE",
  "EXPORT_NOT_FOUND",
  "NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "DRY_RUN_NOT_EXECUTABLE",
  "EXPORT_ALREADY_EXECUTED",
  "APPROVAL_REQUIRED",
  "EXPORT_BLOCKED",
  "IDEMPOTENCY_CONFLICT",
  "PLAN_STALE",
  "PLAN_HASH_MISMATCH",
  "REQUEST_TIMEOUT",
  "IDEMPOTENCY_IN_PROGRESS",
  "RATE_LIMITED",
  "UNAVAILABLE",
  "INTERNAL_ERROR",
] as const
