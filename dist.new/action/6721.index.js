export const id = 6721;
export const ids = [6721];
export const modules = {

/***/ 6721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $Command: () => (/* reexport */ submodules_client.Command),
  AcceleratedRecoveryStatus: () => (/* reexport */ AcceleratedRecoveryStatus),
  AccountLimit$: () => (/* reexport */ schemas_0/* AccountLimit$ */.jxK),
  AccountLimitType: () => (/* reexport */ AccountLimitType),
  ActivateKeySigningKey$: () => (/* reexport */ schemas_0/* ActivateKeySigningKey$ */.VlO),
  ActivateKeySigningKeyCommand: () => (/* reexport */ ActivateKeySigningKeyCommand),
  ActivateKeySigningKeyRequest$: () => (/* reexport */ schemas_0/* ActivateKeySigningKeyRequest$ */.MSm),
  ActivateKeySigningKeyResponse$: () => (/* reexport */ schemas_0/* ActivateKeySigningKeyResponse$ */.Gtj),
  AlarmIdentifier$: () => (/* reexport */ schemas_0/* AlarmIdentifier$ */.B3t),
  AliasTarget$: () => (/* reexport */ schemas_0/* AliasTarget$ */.Khb),
  AssociateVPCWithHostedZone$: () => (/* reexport */ schemas_0/* AssociateVPCWithHostedZone$ */.vid),
  AssociateVPCWithHostedZoneCommand: () => (/* reexport */ AssociateVPCWithHostedZoneCommand),
  AssociateVPCWithHostedZoneRequest$: () => (/* reexport */ schemas_0/* AssociateVPCWithHostedZoneRequest$ */.gMI),
  AssociateVPCWithHostedZoneResponse$: () => (/* reexport */ schemas_0/* AssociateVPCWithHostedZoneResponse$ */.sMP),
  Change$: () => (/* reexport */ schemas_0/* Change$ */.Z9h),
  ChangeAction: () => (/* reexport */ ChangeAction),
  ChangeBatch$: () => (/* reexport */ schemas_0/* ChangeBatch$ */.dQG),
  ChangeCidrCollection$: () => (/* reexport */ schemas_0/* ChangeCidrCollection$ */.dW5),
  ChangeCidrCollectionCommand: () => (/* reexport */ ChangeCidrCollectionCommand),
  ChangeCidrCollectionRequest$: () => (/* reexport */ schemas_0/* ChangeCidrCollectionRequest$ */.U51),
  ChangeCidrCollectionResponse$: () => (/* reexport */ schemas_0/* ChangeCidrCollectionResponse$ */.u2I),
  ChangeInfo$: () => (/* reexport */ schemas_0/* ChangeInfo$ */.hN_),
  ChangeResourceRecordSets$: () => (/* reexport */ schemas_0/* ChangeResourceRecordSets$ */.VZw),
  ChangeResourceRecordSetsCommand: () => (/* reexport */ ChangeResourceRecordSetsCommand/* ChangeResourceRecordSetsCommand */.y),
  ChangeResourceRecordSetsRequest$: () => (/* reexport */ schemas_0/* ChangeResourceRecordSetsRequest$ */.iri),
  ChangeResourceRecordSetsResponse$: () => (/* reexport */ schemas_0/* ChangeResourceRecordSetsResponse$ */.qtD),
  ChangeStatus: () => (/* reexport */ ChangeStatus),
  ChangeTagsForResource$: () => (/* reexport */ schemas_0/* ChangeTagsForResource$ */.NKq),
  ChangeTagsForResourceCommand: () => (/* reexport */ ChangeTagsForResourceCommand),
  ChangeTagsForResourceRequest$: () => (/* reexport */ schemas_0/* ChangeTagsForResourceRequest$ */.IXk),
  ChangeTagsForResourceResponse$: () => (/* reexport */ schemas_0/* ChangeTagsForResourceResponse$ */._W0),
  CidrBlockInUseException: () => (/* reexport */ errors/* CidrBlockInUseException */.JR),
  CidrBlockInUseException$: () => (/* reexport */ schemas_0/* CidrBlockInUseException$ */.FYT),
  CidrBlockSummary$: () => (/* reexport */ schemas_0/* CidrBlockSummary$ */.Ky_),
  CidrCollection$: () => (/* reexport */ schemas_0/* CidrCollection$ */.XFt),
  CidrCollectionAlreadyExistsException: () => (/* reexport */ errors/* CidrCollectionAlreadyExistsException */.Eq),
  CidrCollectionAlreadyExistsException$: () => (/* reexport */ schemas_0/* CidrCollectionAlreadyExistsException$ */.G9s),
  CidrCollectionChange$: () => (/* reexport */ schemas_0/* CidrCollectionChange$ */.VyY),
  CidrCollectionChangeAction: () => (/* reexport */ CidrCollectionChangeAction),
  CidrCollectionInUseException: () => (/* reexport */ errors/* CidrCollectionInUseException */.ol),
  CidrCollectionInUseException$: () => (/* reexport */ schemas_0/* CidrCollectionInUseException$ */.CC),
  CidrCollectionVersionMismatchException: () => (/* reexport */ errors/* CidrCollectionVersionMismatchException */.il),
  CidrCollectionVersionMismatchException$: () => (/* reexport */ schemas_0/* CidrCollectionVersionMismatchException$ */.Y07),
  CidrRoutingConfig$: () => (/* reexport */ schemas_0/* CidrRoutingConfig$ */.hVB),
  CloudWatchAlarmConfiguration$: () => (/* reexport */ schemas_0/* CloudWatchAlarmConfiguration$ */.QVp),
  CloudWatchRegion: () => (/* reexport */ CloudWatchRegion),
  CollectionSummary$: () => (/* reexport */ schemas_0/* CollectionSummary$ */.jpm),
  ComparisonOperator: () => (/* reexport */ ComparisonOperator),
  ConcurrentModification: () => (/* reexport */ errors/* ConcurrentModification */.wt),
  ConcurrentModification$: () => (/* reexport */ schemas_0/* ConcurrentModification$ */.GYN),
  ConflictingDomainExists: () => (/* reexport */ errors/* ConflictingDomainExists */.Pv),
  ConflictingDomainExists$: () => (/* reexport */ schemas_0/* ConflictingDomainExists$ */.vAU),
  ConflictingTypes: () => (/* reexport */ errors/* ConflictingTypes */.ci),
  ConflictingTypes$: () => (/* reexport */ schemas_0/* ConflictingTypes$ */.sGO),
  Coordinates$: () => (/* reexport */ schemas_0/* Coordinates$ */.En1),
  CreateCidrCollection$: () => (/* reexport */ schemas_0/* CreateCidrCollection$ */.pU5),
  CreateCidrCollectionCommand: () => (/* reexport */ CreateCidrCollectionCommand),
  CreateCidrCollectionRequest$: () => (/* reexport */ schemas_0/* CreateCidrCollectionRequest$ */.a_O),
  CreateCidrCollectionResponse$: () => (/* reexport */ schemas_0/* CreateCidrCollectionResponse$ */.cXm),
  CreateHealthCheck$: () => (/* reexport */ schemas_0/* CreateHealthCheck$ */.fOe),
  CreateHealthCheckCommand: () => (/* reexport */ CreateHealthCheckCommand),
  CreateHealthCheckRequest$: () => (/* reexport */ schemas_0/* CreateHealthCheckRequest$ */.EQC),
  CreateHealthCheckResponse$: () => (/* reexport */ schemas_0/* CreateHealthCheckResponse$ */.gGT),
  CreateHostedZone$: () => (/* reexport */ schemas_0/* CreateHostedZone$ */.u89),
  CreateHostedZoneCommand: () => (/* reexport */ CreateHostedZoneCommand),
  CreateHostedZoneRequest$: () => (/* reexport */ schemas_0/* CreateHostedZoneRequest$ */.$ap),
  CreateHostedZoneResponse$: () => (/* reexport */ schemas_0/* CreateHostedZoneResponse$ */.lW0),
  CreateKeySigningKey$: () => (/* reexport */ schemas_0/* CreateKeySigningKey$ */.uJm),
  CreateKeySigningKeyCommand: () => (/* reexport */ CreateKeySigningKeyCommand),
  CreateKeySigningKeyRequest$: () => (/* reexport */ schemas_0/* CreateKeySigningKeyRequest$ */.v1J),
  CreateKeySigningKeyResponse$: () => (/* reexport */ schemas_0/* CreateKeySigningKeyResponse$ */.p$i),
  CreateQueryLoggingConfig$: () => (/* reexport */ schemas_0/* CreateQueryLoggingConfig$ */.oSp),
  CreateQueryLoggingConfigCommand: () => (/* reexport */ CreateQueryLoggingConfigCommand),
  CreateQueryLoggingConfigRequest$: () => (/* reexport */ schemas_0/* CreateQueryLoggingConfigRequest$ */.HZ8),
  CreateQueryLoggingConfigResponse$: () => (/* reexport */ schemas_0/* CreateQueryLoggingConfigResponse$ */.FxS),
  CreateResourceRecordSetProtections$: () => (/* reexport */ schemas_0/* CreateResourceRecordSetProtections$ */.gJe),
  CreateResourceRecordSetProtectionsCommand: () => (/* reexport */ CreateResourceRecordSetProtectionsCommand),
  CreateResourceRecordSetProtectionsRequest$: () => (/* reexport */ schemas_0/* CreateResourceRecordSetProtectionsRequest$ */.R1R),
  CreateResourceRecordSetProtectionsResponse$: () => (/* reexport */ schemas_0/* CreateResourceRecordSetProtectionsResponse$ */.Z_T),
  CreateReusableDelegationSet$: () => (/* reexport */ schemas_0/* CreateReusableDelegationSet$ */.Gbj),
  CreateReusableDelegationSetCommand: () => (/* reexport */ CreateReusableDelegationSetCommand),
  CreateReusableDelegationSetRequest$: () => (/* reexport */ schemas_0/* CreateReusableDelegationSetRequest$ */.Ln4),
  CreateReusableDelegationSetResponse$: () => (/* reexport */ schemas_0/* CreateReusableDelegationSetResponse$ */.NlV),
  CreateTrafficPolicy$: () => (/* reexport */ schemas_0/* CreateTrafficPolicy$ */.Er1),
  CreateTrafficPolicyCommand: () => (/* reexport */ CreateTrafficPolicyCommand),
  CreateTrafficPolicyInstance$: () => (/* reexport */ schemas_0/* CreateTrafficPolicyInstance$ */.vBv),
  CreateTrafficPolicyInstanceCommand: () => (/* reexport */ CreateTrafficPolicyInstanceCommand),
  CreateTrafficPolicyInstanceRequest$: () => (/* reexport */ schemas_0/* CreateTrafficPolicyInstanceRequest$ */.eco),
  CreateTrafficPolicyInstanceResponse$: () => (/* reexport */ schemas_0/* CreateTrafficPolicyInstanceResponse$ */.qcd),
  CreateTrafficPolicyRequest$: () => (/* reexport */ schemas_0/* CreateTrafficPolicyRequest$ */.FTB),
  CreateTrafficPolicyResponse$: () => (/* reexport */ schemas_0/* CreateTrafficPolicyResponse$ */.z$o),
  CreateTrafficPolicyVersion$: () => (/* reexport */ schemas_0/* CreateTrafficPolicyVersion$ */.iyv),
  CreateTrafficPolicyVersionCommand: () => (/* reexport */ CreateTrafficPolicyVersionCommand),
  CreateTrafficPolicyVersionRequest$: () => (/* reexport */ schemas_0/* CreateTrafficPolicyVersionRequest$ */.L2L),
  CreateTrafficPolicyVersionResponse$: () => (/* reexport */ schemas_0/* CreateTrafficPolicyVersionResponse$ */.vdy),
  CreateVPCAssociationAuthorization$: () => (/* reexport */ schemas_0/* CreateVPCAssociationAuthorization$ */.qI$),
  CreateVPCAssociationAuthorizationCommand: () => (/* reexport */ CreateVPCAssociationAuthorizationCommand),
  CreateVPCAssociationAuthorizationRequest$: () => (/* reexport */ schemas_0/* CreateVPCAssociationAuthorizationRequest$ */.Tm7),
  CreateVPCAssociationAuthorizationResponse$: () => (/* reexport */ schemas_0/* CreateVPCAssociationAuthorizationResponse$ */.vr8),
  DNSSECNotFound: () => (/* reexport */ errors/* DNSSECNotFound */.co),
  DNSSECNotFound$: () => (/* reexport */ schemas_0/* DNSSECNotFound$ */.Acl),
  DNSSECStatus$: () => (/* reexport */ schemas_0/* DNSSECStatus$ */.tcf),
  DeactivateKeySigningKey$: () => (/* reexport */ schemas_0/* DeactivateKeySigningKey$ */.kRe),
  DeactivateKeySigningKeyCommand: () => (/* reexport */ DeactivateKeySigningKeyCommand),
  DeactivateKeySigningKeyRequest$: () => (/* reexport */ schemas_0/* DeactivateKeySigningKeyRequest$ */.hLt),
  DeactivateKeySigningKeyResponse$: () => (/* reexport */ schemas_0/* DeactivateKeySigningKeyResponse$ */.LPl),
  DelegationSet$: () => (/* reexport */ schemas_0/* DelegationSet$ */.JHN),
  DelegationSetAlreadyCreated: () => (/* reexport */ errors/* DelegationSetAlreadyCreated */.$v),
  DelegationSetAlreadyCreated$: () => (/* reexport */ schemas_0/* DelegationSetAlreadyCreated$ */.nyw),
  DelegationSetAlreadyReusable: () => (/* reexport */ errors/* DelegationSetAlreadyReusable */.gK),
  DelegationSetAlreadyReusable$: () => (/* reexport */ schemas_0/* DelegationSetAlreadyReusable$ */.aD6),
  DelegationSetInUse: () => (/* reexport */ errors/* DelegationSetInUse */.b$),
  DelegationSetInUse$: () => (/* reexport */ schemas_0/* DelegationSetInUse$ */.$W6),
  DelegationSetNotAvailable: () => (/* reexport */ errors/* DelegationSetNotAvailable */.fz),
  DelegationSetNotAvailable$: () => (/* reexport */ schemas_0/* DelegationSetNotAvailable$ */.Xwo),
  DelegationSetNotReusable: () => (/* reexport */ errors/* DelegationSetNotReusable */.n2),
  DelegationSetNotReusable$: () => (/* reexport */ schemas_0/* DelegationSetNotReusable$ */.j9I),
  DeleteCidrCollection$: () => (/* reexport */ schemas_0/* DeleteCidrCollection$ */.gLo),
  DeleteCidrCollectionCommand: () => (/* reexport */ DeleteCidrCollectionCommand),
  DeleteCidrCollectionRequest$: () => (/* reexport */ schemas_0/* DeleteCidrCollectionRequest$ */.nOW),
  DeleteCidrCollectionResponse$: () => (/* reexport */ schemas_0/* DeleteCidrCollectionResponse$ */.bZL),
  DeleteHealthCheck$: () => (/* reexport */ schemas_0/* DeleteHealthCheck$ */.onq),
  DeleteHealthCheckCommand: () => (/* reexport */ DeleteHealthCheckCommand),
  DeleteHealthCheckRequest$: () => (/* reexport */ schemas_0/* DeleteHealthCheckRequest$ */.hnp),
  DeleteHealthCheckResponse$: () => (/* reexport */ schemas_0/* DeleteHealthCheckResponse$ */.D9Q),
  DeleteHostedZone$: () => (/* reexport */ schemas_0/* DeleteHostedZone$ */.XN1),
  DeleteHostedZoneCommand: () => (/* reexport */ DeleteHostedZoneCommand),
  DeleteHostedZoneRequest$: () => (/* reexport */ schemas_0/* DeleteHostedZoneRequest$ */.eSn),
  DeleteHostedZoneResponse$: () => (/* reexport */ schemas_0/* DeleteHostedZoneResponse$ */.QXL),
  DeleteKeySigningKey$: () => (/* reexport */ schemas_0/* DeleteKeySigningKey$ */.RaU),
  DeleteKeySigningKeyCommand: () => (/* reexport */ DeleteKeySigningKeyCommand),
  DeleteKeySigningKeyRequest$: () => (/* reexport */ schemas_0/* DeleteKeySigningKeyRequest$ */.YxS),
  DeleteKeySigningKeyResponse$: () => (/* reexport */ schemas_0/* DeleteKeySigningKeyResponse$ */.e6M),
  DeleteQueryLoggingConfig$: () => (/* reexport */ schemas_0/* DeleteQueryLoggingConfig$ */.f6N),
  DeleteQueryLoggingConfigCommand: () => (/* reexport */ DeleteQueryLoggingConfigCommand),
  DeleteQueryLoggingConfigRequest$: () => (/* reexport */ schemas_0/* DeleteQueryLoggingConfigRequest$ */.yrS),
  DeleteQueryLoggingConfigResponse$: () => (/* reexport */ schemas_0/* DeleteQueryLoggingConfigResponse$ */.ASj),
  DeleteResourceRecordSetProtections$: () => (/* reexport */ schemas_0/* DeleteResourceRecordSetProtections$ */.Fap),
  DeleteResourceRecordSetProtectionsCommand: () => (/* reexport */ DeleteResourceRecordSetProtectionsCommand),
  DeleteResourceRecordSetProtectionsRequest$: () => (/* reexport */ schemas_0/* DeleteResourceRecordSetProtectionsRequest$ */.mYR),
  DeleteResourceRecordSetProtectionsResponse$: () => (/* reexport */ schemas_0/* DeleteResourceRecordSetProtectionsResponse$ */.MLj),
  DeleteReusableDelegationSet$: () => (/* reexport */ schemas_0/* DeleteReusableDelegationSet$ */.RqJ),
  DeleteReusableDelegationSetCommand: () => (/* reexport */ DeleteReusableDelegationSetCommand),
  DeleteReusableDelegationSetRequest$: () => (/* reexport */ schemas_0/* DeleteReusableDelegationSetRequest$ */.Kmj),
  DeleteReusableDelegationSetResponse$: () => (/* reexport */ schemas_0/* DeleteReusableDelegationSetResponse$ */.ySM),
  DeleteTrafficPolicy$: () => (/* reexport */ schemas_0/* DeleteTrafficPolicy$ */.NTJ),
  DeleteTrafficPolicyCommand: () => (/* reexport */ DeleteTrafficPolicyCommand),
  DeleteTrafficPolicyInstance$: () => (/* reexport */ schemas_0/* DeleteTrafficPolicyInstance$ */.Wdq),
  DeleteTrafficPolicyInstanceCommand: () => (/* reexport */ DeleteTrafficPolicyInstanceCommand),
  DeleteTrafficPolicyInstanceRequest$: () => (/* reexport */ schemas_0/* DeleteTrafficPolicyInstanceRequest$ */.HP1),
  DeleteTrafficPolicyInstanceResponse$: () => (/* reexport */ schemas_0/* DeleteTrafficPolicyInstanceResponse$ */.Tm5),
  DeleteTrafficPolicyRequest$: () => (/* reexport */ schemas_0/* DeleteTrafficPolicyRequest$ */.mDF),
  DeleteTrafficPolicyResponse$: () => (/* reexport */ schemas_0/* DeleteTrafficPolicyResponse$ */.EKC),
  DeleteVPCAssociationAuthorization$: () => (/* reexport */ schemas_0/* DeleteVPCAssociationAuthorization$ */.dbl),
  DeleteVPCAssociationAuthorizationCommand: () => (/* reexport */ DeleteVPCAssociationAuthorizationCommand),
  DeleteVPCAssociationAuthorizationRequest$: () => (/* reexport */ schemas_0/* DeleteVPCAssociationAuthorizationRequest$ */.Yg3),
  DeleteVPCAssociationAuthorizationResponse$: () => (/* reexport */ schemas_0/* DeleteVPCAssociationAuthorizationResponse$ */.Qye),
  Dimension$: () => (/* reexport */ schemas_0/* Dimension$ */.LpC),
  DisableHostedZoneDNSSEC$: () => (/* reexport */ schemas_0/* DisableHostedZoneDNSSEC$ */._7k),
  DisableHostedZoneDNSSECCommand: () => (/* reexport */ DisableHostedZoneDNSSECCommand),
  DisableHostedZoneDNSSECRequest$: () => (/* reexport */ schemas_0/* DisableHostedZoneDNSSECRequest$ */.BK_),
  DisableHostedZoneDNSSECResponse$: () => (/* reexport */ schemas_0/* DisableHostedZoneDNSSECResponse$ */.B1i),
  DisassociateVPCFromHostedZone$: () => (/* reexport */ schemas_0/* DisassociateVPCFromHostedZone$ */.JcK),
  DisassociateVPCFromHostedZoneCommand: () => (/* reexport */ DisassociateVPCFromHostedZoneCommand),
  DisassociateVPCFromHostedZoneRequest$: () => (/* reexport */ schemas_0/* DisassociateVPCFromHostedZoneRequest$ */.CcD),
  DisassociateVPCFromHostedZoneResponse$: () => (/* reexport */ schemas_0/* DisassociateVPCFromHostedZoneResponse$ */.WU1),
  EnableHostedZoneDNSSEC$: () => (/* reexport */ schemas_0/* EnableHostedZoneDNSSEC$ */.$z9),
  EnableHostedZoneDNSSECCommand: () => (/* reexport */ EnableHostedZoneDNSSECCommand),
  EnableHostedZoneDNSSECRequest$: () => (/* reexport */ schemas_0/* EnableHostedZoneDNSSECRequest$ */.aku),
  EnableHostedZoneDNSSECResponse$: () => (/* reexport */ schemas_0/* EnableHostedZoneDNSSECResponse$ */.OCL),
  GeoLocation$: () => (/* reexport */ schemas_0/* GeoLocation$ */.F9M),
  GeoLocationDetails$: () => (/* reexport */ schemas_0/* GeoLocationDetails$ */.T86),
  GeoProximityLocation$: () => (/* reexport */ schemas_0/* GeoProximityLocation$ */.cNy),
  GetAccountLimit$: () => (/* reexport */ schemas_0/* GetAccountLimit$ */.zE_),
  GetAccountLimitCommand: () => (/* reexport */ GetAccountLimitCommand),
  GetAccountLimitRequest$: () => (/* reexport */ schemas_0/* GetAccountLimitRequest$ */.SX8),
  GetAccountLimitResponse$: () => (/* reexport */ schemas_0/* GetAccountLimitResponse$ */.ex1),
  GetChange$: () => (/* reexport */ schemas_0/* GetChange$ */.xmL),
  GetChangeCommand: () => (/* reexport */ GetChangeCommand),
  GetChangeRequest$: () => (/* reexport */ schemas_0/* GetChangeRequest$ */.YjL),
  GetChangeResponse$: () => (/* reexport */ schemas_0/* GetChangeResponse$ */.IlV),
  GetCheckerIpRanges$: () => (/* reexport */ schemas_0/* GetCheckerIpRanges$ */.Fvl),
  GetCheckerIpRangesCommand: () => (/* reexport */ GetCheckerIpRangesCommand),
  GetCheckerIpRangesRequest$: () => (/* reexport */ schemas_0/* GetCheckerIpRangesRequest$ */.M6o),
  GetCheckerIpRangesResponse$: () => (/* reexport */ schemas_0/* GetCheckerIpRangesResponse$ */.GDl),
  GetDNSSEC$: () => (/* reexport */ schemas_0/* GetDNSSEC$ */.VWQ),
  GetDNSSECCommand: () => (/* reexport */ GetDNSSECCommand),
  GetDNSSECRequest$: () => (/* reexport */ schemas_0/* GetDNSSECRequest$ */.iGm),
  GetDNSSECResponse$: () => (/* reexport */ schemas_0/* GetDNSSECResponse$ */.Itq),
  GetGeoLocation$: () => (/* reexport */ schemas_0/* GetGeoLocation$ */.bV4),
  GetGeoLocationCommand: () => (/* reexport */ GetGeoLocationCommand),
  GetGeoLocationRequest$: () => (/* reexport */ schemas_0/* GetGeoLocationRequest$ */.Y3c),
  GetGeoLocationResponse$: () => (/* reexport */ schemas_0/* GetGeoLocationResponse$ */.i0o),
  GetHealthCheck$: () => (/* reexport */ schemas_0/* GetHealthCheck$ */.xe3),
  GetHealthCheckCommand: () => (/* reexport */ GetHealthCheckCommand),
  GetHealthCheckCount$: () => (/* reexport */ schemas_0/* GetHealthCheckCount$ */.uRM),
  GetHealthCheckCountCommand: () => (/* reexport */ GetHealthCheckCountCommand),
  GetHealthCheckCountRequest$: () => (/* reexport */ schemas_0/* GetHealthCheckCountRequest$ */.f1g),
  GetHealthCheckCountResponse$: () => (/* reexport */ schemas_0/* GetHealthCheckCountResponse$ */.n6z),
  GetHealthCheckLastFailureReason$: () => (/* reexport */ schemas_0/* GetHealthCheckLastFailureReason$ */.nfk),
  GetHealthCheckLastFailureReasonCommand: () => (/* reexport */ GetHealthCheckLastFailureReasonCommand),
  GetHealthCheckLastFailureReasonRequest$: () => (/* reexport */ schemas_0/* GetHealthCheckLastFailureReasonRequest$ */.Cqi),
  GetHealthCheckLastFailureReasonResponse$: () => (/* reexport */ schemas_0/* GetHealthCheckLastFailureReasonResponse$ */.qqL),
  GetHealthCheckRequest$: () => (/* reexport */ schemas_0/* GetHealthCheckRequest$ */.KMk),
  GetHealthCheckResponse$: () => (/* reexport */ schemas_0/* GetHealthCheckResponse$ */.Kqo),
  GetHealthCheckStatus$: () => (/* reexport */ schemas_0/* GetHealthCheckStatus$ */.FVr),
  GetHealthCheckStatusCommand: () => (/* reexport */ GetHealthCheckStatusCommand),
  GetHealthCheckStatusRequest$: () => (/* reexport */ schemas_0/* GetHealthCheckStatusRequest$ */.wi8),
  GetHealthCheckStatusResponse$: () => (/* reexport */ schemas_0/* GetHealthCheckStatusResponse$ */.ggj),
  GetHostedZone$: () => (/* reexport */ schemas_0/* GetHostedZone$ */.Ukk),
  GetHostedZoneCommand: () => (/* reexport */ GetHostedZoneCommand),
  GetHostedZoneCount$: () => (/* reexport */ schemas_0/* GetHostedZoneCount$ */.Jns),
  GetHostedZoneCountCommand: () => (/* reexport */ GetHostedZoneCountCommand),
  GetHostedZoneCountRequest$: () => (/* reexport */ schemas_0/* GetHostedZoneCountRequest$ */.sAv),
  GetHostedZoneCountResponse$: () => (/* reexport */ schemas_0/* GetHostedZoneCountResponse$ */.Mku),
  GetHostedZoneLimit$: () => (/* reexport */ schemas_0/* GetHostedZoneLimit$ */.biV),
  GetHostedZoneLimitCommand: () => (/* reexport */ GetHostedZoneLimitCommand),
  GetHostedZoneLimitRequest$: () => (/* reexport */ schemas_0/* GetHostedZoneLimitRequest$ */.yzz),
  GetHostedZoneLimitResponse$: () => (/* reexport */ schemas_0/* GetHostedZoneLimitResponse$ */.alH),
  GetHostedZoneRequest$: () => (/* reexport */ schemas_0/* GetHostedZoneRequest$ */.LpP),
  GetHostedZoneResponse$: () => (/* reexport */ schemas_0/* GetHostedZoneResponse$ */.XAj),
  GetQueryLoggingConfig$: () => (/* reexport */ schemas_0/* GetQueryLoggingConfig$ */.Mfn),
  GetQueryLoggingConfigCommand: () => (/* reexport */ GetQueryLoggingConfigCommand),
  GetQueryLoggingConfigRequest$: () => (/* reexport */ schemas_0/* GetQueryLoggingConfigRequest$ */.x5F),
  GetQueryLoggingConfigResponse$: () => (/* reexport */ schemas_0/* GetQueryLoggingConfigResponse$ */.nXz),
  GetReusableDelegationSet$: () => (/* reexport */ schemas_0/* GetReusableDelegationSet$ */.cbu),
  GetReusableDelegationSetCommand: () => (/* reexport */ GetReusableDelegationSetCommand),
  GetReusableDelegationSetLimit$: () => (/* reexport */ schemas_0/* GetReusableDelegationSetLimit$ */.rJ6),
  GetReusableDelegationSetLimitCommand: () => (/* reexport */ GetReusableDelegationSetLimitCommand),
  GetReusableDelegationSetLimitRequest$: () => (/* reexport */ schemas_0/* GetReusableDelegationSetLimitRequest$ */.gnf),
  GetReusableDelegationSetLimitResponse$: () => (/* reexport */ schemas_0/* GetReusableDelegationSetLimitResponse$ */.KwP),
  GetReusableDelegationSetRequest$: () => (/* reexport */ schemas_0/* GetReusableDelegationSetRequest$ */.jqF),
  GetReusableDelegationSetResponse$: () => (/* reexport */ schemas_0/* GetReusableDelegationSetResponse$ */.HHA),
  GetTrafficPolicy$: () => (/* reexport */ schemas_0/* GetTrafficPolicy$ */.oQ),
  GetTrafficPolicyCommand: () => (/* reexport */ GetTrafficPolicyCommand),
  GetTrafficPolicyInstance$: () => (/* reexport */ schemas_0/* GetTrafficPolicyInstance$ */.xDz),
  GetTrafficPolicyInstanceCommand: () => (/* reexport */ GetTrafficPolicyInstanceCommand),
  GetTrafficPolicyInstanceCount$: () => (/* reexport */ schemas_0/* GetTrafficPolicyInstanceCount$ */.yQN),
  GetTrafficPolicyInstanceCountCommand: () => (/* reexport */ GetTrafficPolicyInstanceCountCommand),
  GetTrafficPolicyInstanceCountRequest$: () => (/* reexport */ schemas_0/* GetTrafficPolicyInstanceCountRequest$ */.xz_),
  GetTrafficPolicyInstanceCountResponse$: () => (/* reexport */ schemas_0/* GetTrafficPolicyInstanceCountResponse$ */.vfR),
  GetTrafficPolicyInstanceRequest$: () => (/* reexport */ schemas_0/* GetTrafficPolicyInstanceRequest$ */.QyU),
  GetTrafficPolicyInstanceResponse$: () => (/* reexport */ schemas_0/* GetTrafficPolicyInstanceResponse$ */.mhe),
  GetTrafficPolicyRequest$: () => (/* reexport */ schemas_0/* GetTrafficPolicyRequest$ */.DRt),
  GetTrafficPolicyResponse$: () => (/* reexport */ schemas_0/* GetTrafficPolicyResponse$ */.bYS),
  HealthCheck$: () => (/* reexport */ schemas_0/* HealthCheck$ */.FTi),
  HealthCheckAlreadyExists: () => (/* reexport */ errors/* HealthCheckAlreadyExists */.jq),
  HealthCheckAlreadyExists$: () => (/* reexport */ schemas_0/* HealthCheckAlreadyExists$ */.XnH),
  HealthCheckConfig$: () => (/* reexport */ schemas_0/* HealthCheckConfig$ */.nJS),
  HealthCheckInUse: () => (/* reexport */ errors/* HealthCheckInUse */.ts),
  HealthCheckInUse$: () => (/* reexport */ schemas_0/* HealthCheckInUse$ */.NJl),
  HealthCheckObservation$: () => (/* reexport */ schemas_0/* HealthCheckObservation$ */.$8E),
  HealthCheckRegion: () => (/* reexport */ HealthCheckRegion),
  HealthCheckType: () => (/* reexport */ HealthCheckType),
  HealthCheckVersionMismatch: () => (/* reexport */ errors/* HealthCheckVersionMismatch */.d3),
  HealthCheckVersionMismatch$: () => (/* reexport */ schemas_0/* HealthCheckVersionMismatch$ */.X7B),
  HostedZone$: () => (/* reexport */ schemas_0/* HostedZone$ */.OYw),
  HostedZoneAlreadyExists: () => (/* reexport */ errors/* HostedZoneAlreadyExists */.Qp),
  HostedZoneAlreadyExists$: () => (/* reexport */ schemas_0/* HostedZoneAlreadyExists$ */.k1l),
  HostedZoneConfig$: () => (/* reexport */ schemas_0/* HostedZoneConfig$ */.C1x),
  HostedZoneFailureReasons$: () => (/* reexport */ schemas_0/* HostedZoneFailureReasons$ */.$9Z),
  HostedZoneFeatures$: () => (/* reexport */ schemas_0/* HostedZoneFeatures$ */.hMW),
  HostedZoneLimit$: () => (/* reexport */ schemas_0/* HostedZoneLimit$ */.dsF),
  HostedZoneLimitType: () => (/* reexport */ HostedZoneLimitType),
  HostedZoneNotEmpty: () => (/* reexport */ errors/* HostedZoneNotEmpty */.an),
  HostedZoneNotEmpty$: () => (/* reexport */ schemas_0/* HostedZoneNotEmpty$ */.Ikd),
  HostedZoneNotFound: () => (/* reexport */ errors/* HostedZoneNotFound */.jS),
  HostedZoneNotFound$: () => (/* reexport */ schemas_0/* HostedZoneNotFound$ */.z1$),
  HostedZoneNotPrivate: () => (/* reexport */ errors/* HostedZoneNotPrivate */.WC),
  HostedZoneNotPrivate$: () => (/* reexport */ schemas_0/* HostedZoneNotPrivate$ */.uKV),
  HostedZoneOwner$: () => (/* reexport */ schemas_0/* HostedZoneOwner$ */.XxW),
  HostedZonePartiallyDelegated: () => (/* reexport */ errors/* HostedZonePartiallyDelegated */.R9),
  HostedZonePartiallyDelegated$: () => (/* reexport */ schemas_0/* HostedZonePartiallyDelegated$ */.tAz),
  HostedZoneSummary$: () => (/* reexport */ schemas_0/* HostedZoneSummary$ */.qA_),
  HostedZoneType: () => (/* reexport */ HostedZoneType),
  IncompatibleVersion: () => (/* reexport */ errors/* IncompatibleVersion */.sR),
  IncompatibleVersion$: () => (/* reexport */ schemas_0/* IncompatibleVersion$ */.kDO),
  InsufficientCloudWatchLogsResourcePolicy: () => (/* reexport */ errors/* InsufficientCloudWatchLogsResourcePolicy */.TW),
  InsufficientCloudWatchLogsResourcePolicy$: () => (/* reexport */ schemas_0/* InsufficientCloudWatchLogsResourcePolicy$ */.l8_),
  InsufficientDataHealthStatus: () => (/* reexport */ InsufficientDataHealthStatus),
  InvalidArgument: () => (/* reexport */ errors/* InvalidArgument */.f0),
  InvalidArgument$: () => (/* reexport */ schemas_0/* InvalidArgument$ */.TXL),
  InvalidChangeBatch: () => (/* reexport */ errors/* InvalidChangeBatch */.oJ),
  InvalidChangeBatch$: () => (/* reexport */ schemas_0/* InvalidChangeBatch$ */.w9E),
  InvalidDomainName: () => (/* reexport */ errors/* InvalidDomainName */.f),
  InvalidDomainName$: () => (/* reexport */ schemas_0/* InvalidDomainName$ */.b3X),
  InvalidInput: () => (/* reexport */ errors/* InvalidInput */.o9),
  InvalidInput$: () => (/* reexport */ schemas_0/* InvalidInput$ */.aWJ),
  InvalidKMSArn: () => (/* reexport */ errors/* InvalidKMSArn */.S8),
  InvalidKMSArn$: () => (/* reexport */ schemas_0/* InvalidKMSArn$ */.wd9),
  InvalidKeySigningKeyName: () => (/* reexport */ errors/* InvalidKeySigningKeyName */.sS),
  InvalidKeySigningKeyName$: () => (/* reexport */ schemas_0/* InvalidKeySigningKeyName$ */.mD1),
  InvalidKeySigningKeyStatus: () => (/* reexport */ errors/* InvalidKeySigningKeyStatus */.BV),
  InvalidKeySigningKeyStatus$: () => (/* reexport */ schemas_0/* InvalidKeySigningKeyStatus$ */.h_I),
  InvalidPaginationToken: () => (/* reexport */ errors/* InvalidPaginationToken */.tg),
  InvalidPaginationToken$: () => (/* reexport */ schemas_0/* InvalidPaginationToken$ */.zuu),
  InvalidResourceRecordSetProtectionBatch: () => (/* reexport */ errors/* InvalidResourceRecordSetProtectionBatch */.gp),
  InvalidResourceRecordSetProtectionBatch$: () => (/* reexport */ schemas_0/* InvalidResourceRecordSetProtectionBatch$ */.IRk),
  InvalidSigningStatus: () => (/* reexport */ errors/* InvalidSigningStatus */.$P),
  InvalidSigningStatus$: () => (/* reexport */ schemas_0/* InvalidSigningStatus$ */.Bp_),
  InvalidTrafficPolicyDocument: () => (/* reexport */ errors/* InvalidTrafficPolicyDocument */.sq),
  InvalidTrafficPolicyDocument$: () => (/* reexport */ schemas_0/* InvalidTrafficPolicyDocument$ */.iFu),
  InvalidVPCId: () => (/* reexport */ errors/* InvalidVPCId */.ES),
  InvalidVPCId$: () => (/* reexport */ schemas_0/* InvalidVPCId$ */.SVh),
  KeySigningKey$: () => (/* reexport */ schemas_0/* KeySigningKey$ */.E41),
  KeySigningKeyAlreadyExists: () => (/* reexport */ errors/* KeySigningKeyAlreadyExists */.Od),
  KeySigningKeyAlreadyExists$: () => (/* reexport */ schemas_0/* KeySigningKeyAlreadyExists$ */.Ymi),
  KeySigningKeyInParentDSRecord: () => (/* reexport */ errors/* KeySigningKeyInParentDSRecord */.hO),
  KeySigningKeyInParentDSRecord$: () => (/* reexport */ schemas_0/* KeySigningKeyInParentDSRecord$ */.vQw),
  KeySigningKeyInUse: () => (/* reexport */ errors/* KeySigningKeyInUse */.yw),
  KeySigningKeyInUse$: () => (/* reexport */ schemas_0/* KeySigningKeyInUse$ */.Ud$),
  KeySigningKeyWithActiveStatusNotFound: () => (/* reexport */ errors/* KeySigningKeyWithActiveStatusNotFound */.X7),
  KeySigningKeyWithActiveStatusNotFound$: () => (/* reexport */ schemas_0/* KeySigningKeyWithActiveStatusNotFound$ */.x5w),
  LastVPCAssociation: () => (/* reexport */ errors/* LastVPCAssociation */.Nd),
  LastVPCAssociation$: () => (/* reexport */ schemas_0/* LastVPCAssociation$ */.nZv),
  LimitsExceeded: () => (/* reexport */ errors/* LimitsExceeded */.UD),
  LimitsExceeded$: () => (/* reexport */ schemas_0/* LimitsExceeded$ */.MxR),
  LinkedService$: () => (/* reexport */ schemas_0/* LinkedService$ */.PrN),
  ListCidrBlocks$: () => (/* reexport */ schemas_0/* ListCidrBlocks$ */.dPC),
  ListCidrBlocksCommand: () => (/* reexport */ ListCidrBlocksCommand),
  ListCidrBlocksRequest$: () => (/* reexport */ schemas_0/* ListCidrBlocksRequest$ */.s_u),
  ListCidrBlocksResponse$: () => (/* reexport */ schemas_0/* ListCidrBlocksResponse$ */.okH),
  ListCidrCollections$: () => (/* reexport */ schemas_0/* ListCidrCollections$ */.muq),
  ListCidrCollectionsCommand: () => (/* reexport */ ListCidrCollectionsCommand),
  ListCidrCollectionsRequest$: () => (/* reexport */ schemas_0/* ListCidrCollectionsRequest$ */.Ff5),
  ListCidrCollectionsResponse$: () => (/* reexport */ schemas_0/* ListCidrCollectionsResponse$ */.dOR),
  ListCidrLocations$: () => (/* reexport */ schemas_0/* ListCidrLocations$ */.P00),
  ListCidrLocationsCommand: () => (/* reexport */ ListCidrLocationsCommand),
  ListCidrLocationsRequest$: () => (/* reexport */ schemas_0/* ListCidrLocationsRequest$ */.UWk),
  ListCidrLocationsResponse$: () => (/* reexport */ schemas_0/* ListCidrLocationsResponse$ */._LT),
  ListGeoLocations$: () => (/* reexport */ schemas_0/* ListGeoLocations$ */.Yo_),
  ListGeoLocationsCommand: () => (/* reexport */ ListGeoLocationsCommand),
  ListGeoLocationsRequest$: () => (/* reexport */ schemas_0/* ListGeoLocationsRequest$ */.VM0),
  ListGeoLocationsResponse$: () => (/* reexport */ schemas_0/* ListGeoLocationsResponse$ */.JPs),
  ListHealthChecks$: () => (/* reexport */ schemas_0/* ListHealthChecks$ */.ut7),
  ListHealthChecksCommand: () => (/* reexport */ ListHealthChecksCommand),
  ListHealthChecksRequest$: () => (/* reexport */ schemas_0/* ListHealthChecksRequest$ */.bdM),
  ListHealthChecksResponse$: () => (/* reexport */ schemas_0/* ListHealthChecksResponse$ */.$M3),
  ListHostedZones$: () => (/* reexport */ schemas_0/* ListHostedZones$ */.nkb),
  ListHostedZonesByName$: () => (/* reexport */ schemas_0/* ListHostedZonesByName$ */.vfj),
  ListHostedZonesByNameCommand: () => (/* reexport */ ListHostedZonesByNameCommand),
  ListHostedZonesByNameRequest$: () => (/* reexport */ schemas_0/* ListHostedZonesByNameRequest$ */.OYm),
  ListHostedZonesByNameResponse$: () => (/* reexport */ schemas_0/* ListHostedZonesByNameResponse$ */.IXc),
  ListHostedZonesByVPC$: () => (/* reexport */ schemas_0/* ListHostedZonesByVPC$ */.hmt),
  ListHostedZonesByVPCCommand: () => (/* reexport */ ListHostedZonesByVPCCommand),
  ListHostedZonesByVPCRequest$: () => (/* reexport */ schemas_0/* ListHostedZonesByVPCRequest$ */._Es),
  ListHostedZonesByVPCResponse$: () => (/* reexport */ schemas_0/* ListHostedZonesByVPCResponse$ */._i),
  ListHostedZonesCommand: () => (/* reexport */ ListHostedZonesCommand),
  ListHostedZonesRequest$: () => (/* reexport */ schemas_0/* ListHostedZonesRequest$ */.cwX),
  ListHostedZonesResponse$: () => (/* reexport */ schemas_0/* ListHostedZonesResponse$ */.GFK),
  ListQueryLoggingConfigs$: () => (/* reexport */ schemas_0/* ListQueryLoggingConfigs$ */.xc6),
  ListQueryLoggingConfigsCommand: () => (/* reexport */ ListQueryLoggingConfigsCommand),
  ListQueryLoggingConfigsRequest$: () => (/* reexport */ schemas_0/* ListQueryLoggingConfigsRequest$ */.e4J),
  ListQueryLoggingConfigsResponse$: () => (/* reexport */ schemas_0/* ListQueryLoggingConfigsResponse$ */.yax),
  ListResourceRecordSetProtections$: () => (/* reexport */ schemas_0/* ListResourceRecordSetProtections$ */.iMT),
  ListResourceRecordSetProtectionsCommand: () => (/* reexport */ ListResourceRecordSetProtectionsCommand),
  ListResourceRecordSetProtectionsRequest$: () => (/* reexport */ schemas_0/* ListResourceRecordSetProtectionsRequest$ */.JJl),
  ListResourceRecordSetProtectionsResponse$: () => (/* reexport */ schemas_0/* ListResourceRecordSetProtectionsResponse$ */.Tf7),
  ListResourceRecordSets$: () => (/* reexport */ schemas_0/* ListResourceRecordSets$ */.z6W),
  ListResourceRecordSetsCommand: () => (/* reexport */ ListResourceRecordSetsCommand/* ListResourceRecordSetsCommand */.I),
  ListResourceRecordSetsRequest$: () => (/* reexport */ schemas_0/* ListResourceRecordSetsRequest$ */.QOW),
  ListResourceRecordSetsResponse$: () => (/* reexport */ schemas_0/* ListResourceRecordSetsResponse$ */.C$Y),
  ListReusableDelegationSets$: () => (/* reexport */ schemas_0/* ListReusableDelegationSets$ */.d02),
  ListReusableDelegationSetsCommand: () => (/* reexport */ ListReusableDelegationSetsCommand),
  ListReusableDelegationSetsRequest$: () => (/* reexport */ schemas_0/* ListReusableDelegationSetsRequest$ */.c35),
  ListReusableDelegationSetsResponse$: () => (/* reexport */ schemas_0/* ListReusableDelegationSetsResponse$ */.S2E),
  ListTagsForResource$: () => (/* reexport */ schemas_0/* ListTagsForResource$ */.Tzn),
  ListTagsForResourceCommand: () => (/* reexport */ ListTagsForResourceCommand),
  ListTagsForResourceRequest$: () => (/* reexport */ schemas_0/* ListTagsForResourceRequest$ */.SKK),
  ListTagsForResourceResponse$: () => (/* reexport */ schemas_0/* ListTagsForResourceResponse$ */.Kwq),
  ListTagsForResources$: () => (/* reexport */ schemas_0/* ListTagsForResources$ */.Qbr),
  ListTagsForResourcesCommand: () => (/* reexport */ ListTagsForResourcesCommand),
  ListTagsForResourcesRequest$: () => (/* reexport */ schemas_0/* ListTagsForResourcesRequest$ */.XiR),
  ListTagsForResourcesResponse$: () => (/* reexport */ schemas_0/* ListTagsForResourcesResponse$ */.f3P),
  ListTrafficPolicies$: () => (/* reexport */ schemas_0/* ListTrafficPolicies$ */.Mfj),
  ListTrafficPoliciesCommand: () => (/* reexport */ ListTrafficPoliciesCommand),
  ListTrafficPoliciesRequest$: () => (/* reexport */ schemas_0/* ListTrafficPoliciesRequest$ */.pfv),
  ListTrafficPoliciesResponse$: () => (/* reexport */ schemas_0/* ListTrafficPoliciesResponse$ */.Ziy),
  ListTrafficPolicyInstances$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstances$ */.oB2),
  ListTrafficPolicyInstancesByHostedZone$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstancesByHostedZone$ */.kj2),
  ListTrafficPolicyInstancesByHostedZoneCommand: () => (/* reexport */ ListTrafficPolicyInstancesByHostedZoneCommand),
  ListTrafficPolicyInstancesByHostedZoneRequest$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstancesByHostedZoneRequest$ */.NFC),
  ListTrafficPolicyInstancesByHostedZoneResponse$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstancesByHostedZoneResponse$ */.dc7),
  ListTrafficPolicyInstancesByPolicy$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstancesByPolicy$ */.VeX),
  ListTrafficPolicyInstancesByPolicyCommand: () => (/* reexport */ ListTrafficPolicyInstancesByPolicyCommand),
  ListTrafficPolicyInstancesByPolicyRequest$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstancesByPolicyRequest$ */.odi),
  ListTrafficPolicyInstancesByPolicyResponse$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstancesByPolicyResponse$ */.qI8),
  ListTrafficPolicyInstancesCommand: () => (/* reexport */ ListTrafficPolicyInstancesCommand),
  ListTrafficPolicyInstancesRequest$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstancesRequest$ */.Pel),
  ListTrafficPolicyInstancesResponse$: () => (/* reexport */ schemas_0/* ListTrafficPolicyInstancesResponse$ */.PrE),
  ListTrafficPolicyVersions$: () => (/* reexport */ schemas_0/* ListTrafficPolicyVersions$ */.bQw),
  ListTrafficPolicyVersionsCommand: () => (/* reexport */ ListTrafficPolicyVersionsCommand),
  ListTrafficPolicyVersionsRequest$: () => (/* reexport */ schemas_0/* ListTrafficPolicyVersionsRequest$ */.Msc),
  ListTrafficPolicyVersionsResponse$: () => (/* reexport */ schemas_0/* ListTrafficPolicyVersionsResponse$ */.sAy),
  ListVPCAssociationAuthorizations$: () => (/* reexport */ schemas_0/* ListVPCAssociationAuthorizations$ */.Hi_),
  ListVPCAssociationAuthorizationsCommand: () => (/* reexport */ ListVPCAssociationAuthorizationsCommand),
  ListVPCAssociationAuthorizationsRequest$: () => (/* reexport */ schemas_0/* ListVPCAssociationAuthorizationsRequest$ */.YYA),
  ListVPCAssociationAuthorizationsResponse$: () => (/* reexport */ schemas_0/* ListVPCAssociationAuthorizationsResponse$ */.sWx),
  LocationSummary$: () => (/* reexport */ schemas_0/* LocationSummary$ */._7U),
  NoSuchChange: () => (/* reexport */ errors/* NoSuchChange */.Zm),
  NoSuchChange$: () => (/* reexport */ schemas_0/* NoSuchChange$ */.VH5),
  NoSuchCidrCollectionException: () => (/* reexport */ errors/* NoSuchCidrCollectionException */.OE),
  NoSuchCidrCollectionException$: () => (/* reexport */ schemas_0/* NoSuchCidrCollectionException$ */.mM$),
  NoSuchCidrLocationException: () => (/* reexport */ errors/* NoSuchCidrLocationException */.pO),
  NoSuchCidrLocationException$: () => (/* reexport */ schemas_0/* NoSuchCidrLocationException$ */.v_L),
  NoSuchCloudWatchLogsLogGroup: () => (/* reexport */ errors/* NoSuchCloudWatchLogsLogGroup */.bK),
  NoSuchCloudWatchLogsLogGroup$: () => (/* reexport */ schemas_0/* NoSuchCloudWatchLogsLogGroup$ */.nB$),
  NoSuchDelegationSet: () => (/* reexport */ errors/* NoSuchDelegationSet */.ff),
  NoSuchDelegationSet$: () => (/* reexport */ schemas_0/* NoSuchDelegationSet$ */.DyG),
  NoSuchGeoLocation: () => (/* reexport */ errors/* NoSuchGeoLocation */.Rc),
  NoSuchGeoLocation$: () => (/* reexport */ schemas_0/* NoSuchGeoLocation$ */.xhi),
  NoSuchHealthCheck: () => (/* reexport */ errors/* NoSuchHealthCheck */.ls),
  NoSuchHealthCheck$: () => (/* reexport */ schemas_0/* NoSuchHealthCheck$ */.h$N),
  NoSuchHostedZone: () => (/* reexport */ errors/* NoSuchHostedZone */.gD),
  NoSuchHostedZone$: () => (/* reexport */ schemas_0/* NoSuchHostedZone$ */.srg),
  NoSuchKeySigningKey: () => (/* reexport */ errors/* NoSuchKeySigningKey */.Ms),
  NoSuchKeySigningKey$: () => (/* reexport */ schemas_0/* NoSuchKeySigningKey$ */._9W),
  NoSuchQueryLoggingConfig: () => (/* reexport */ errors/* NoSuchQueryLoggingConfig */.wo),
  NoSuchQueryLoggingConfig$: () => (/* reexport */ schemas_0/* NoSuchQueryLoggingConfig$ */.qV7),
  NoSuchTrafficPolicy: () => (/* reexport */ errors/* NoSuchTrafficPolicy */.qU),
  NoSuchTrafficPolicy$: () => (/* reexport */ schemas_0/* NoSuchTrafficPolicy$ */.Yrf),
  NoSuchTrafficPolicyInstance: () => (/* reexport */ errors/* NoSuchTrafficPolicyInstance */.vq),
  NoSuchTrafficPolicyInstance$: () => (/* reexport */ schemas_0/* NoSuchTrafficPolicyInstance$ */.Tn5),
  NotAuthorizedException: () => (/* reexport */ errors/* NotAuthorizedException */.Y7),
  NotAuthorizedException$: () => (/* reexport */ schemas_0/* NotAuthorizedException$ */.ewC),
  PriorRequestNotComplete: () => (/* reexport */ errors/* PriorRequestNotComplete */.$4),
  PriorRequestNotComplete$: () => (/* reexport */ schemas_0/* PriorRequestNotComplete$ */.CHL),
  ProtectionAlreadyExists: () => (/* reexport */ errors/* ProtectionAlreadyExists */.Ie),
  ProtectionAlreadyExists$: () => (/* reexport */ schemas_0/* ProtectionAlreadyExists$ */.qNX),
  ProtectionError$: () => (/* reexport */ schemas_0/* ProtectionError$ */.Sk4),
  PublicZoneVPCAssociation: () => (/* reexport */ errors/* PublicZoneVPCAssociation */.EF),
  PublicZoneVPCAssociation$: () => (/* reexport */ schemas_0/* PublicZoneVPCAssociation$ */.c3d),
  QueryLoggingConfig$: () => (/* reexport */ schemas_0/* QueryLoggingConfig$ */.Uyp),
  QueryLoggingConfigAlreadyExists: () => (/* reexport */ errors/* QueryLoggingConfigAlreadyExists */.ky),
  QueryLoggingConfigAlreadyExists$: () => (/* reexport */ schemas_0/* QueryLoggingConfigAlreadyExists$ */.sef),
  RRType: () => (/* reexport */ RRType),
  ResettableElementName: () => (/* reexport */ ResettableElementName),
  ResourceRecord$: () => (/* reexport */ schemas_0/* ResourceRecord$ */.MZF),
  ResourceRecordSet$: () => (/* reexport */ schemas_0/* ResourceRecordSet$ */.eA$),
  ResourceRecordSetFailover: () => (/* reexport */ ResourceRecordSetFailover),
  ResourceRecordSetProtection$: () => (/* reexport */ schemas_0/* ResourceRecordSetProtection$ */.pob),
  ResourceRecordSetProtectionConfig$: () => (/* reexport */ schemas_0/* ResourceRecordSetProtectionConfig$ */.$sy),
  ResourceRecordSetProtectionKey$: () => (/* reexport */ schemas_0/* ResourceRecordSetProtectionKey$ */.IWK),
  ResourceRecordSetRegion: () => (/* reexport */ ResourceRecordSetRegion),
  ResourceTagSet$: () => (/* reexport */ schemas_0/* ResourceTagSet$ */.lBd),
  ReusableDelegationSetLimit$: () => (/* reexport */ schemas_0/* ReusableDelegationSetLimit$ */.VHU),
  ReusableDelegationSetLimitType: () => (/* reexport */ ReusableDelegationSetLimitType),
  Route53: () => (/* reexport */ Route53),
  Route53Client: () => (/* reexport */ Route53Client),
  Route53ServiceException: () => (/* reexport */ Route53ServiceException/* Route53ServiceException */.M),
  Route53ServiceException$: () => (/* reexport */ schemas_0/* Route53ServiceException$ */.QOA),
  Statistic: () => (/* reexport */ Statistic),
  StatusReport$: () => (/* reexport */ schemas_0/* StatusReport$ */.t3J),
  Tag$: () => (/* reexport */ schemas_0/* Tag$ */.RU0),
  TagResourceType: () => (/* reexport */ TagResourceType),
  TestDNSAnswer$: () => (/* reexport */ schemas_0/* TestDNSAnswer$ */.u5f),
  TestDNSAnswerCommand: () => (/* reexport */ TestDNSAnswerCommand),
  TestDNSAnswerRequest$: () => (/* reexport */ schemas_0/* TestDNSAnswerRequest$ */.Pbv),
  TestDNSAnswerResponse$: () => (/* reexport */ schemas_0/* TestDNSAnswerResponse$ */.nOU),
  ThrottlingException: () => (/* reexport */ errors/* ThrottlingException */.x5),
  ThrottlingException$: () => (/* reexport */ schemas_0/* ThrottlingException$ */.tyi),
  TooManyHealthChecks: () => (/* reexport */ errors/* TooManyHealthChecks */.LF),
  TooManyHealthChecks$: () => (/* reexport */ schemas_0/* TooManyHealthChecks$ */.xdV),
  TooManyHostedZones: () => (/* reexport */ errors/* TooManyHostedZones */.cn),
  TooManyHostedZones$: () => (/* reexport */ schemas_0/* TooManyHostedZones$ */.A$Z),
  TooManyKeySigningKeys: () => (/* reexport */ errors/* TooManyKeySigningKeys */.ec),
  TooManyKeySigningKeys$: () => (/* reexport */ schemas_0/* TooManyKeySigningKeys$ */.gvd),
  TooManyTrafficPolicies: () => (/* reexport */ errors/* TooManyTrafficPolicies */.dq),
  TooManyTrafficPolicies$: () => (/* reexport */ schemas_0/* TooManyTrafficPolicies$ */.ll1),
  TooManyTrafficPolicyInstances: () => (/* reexport */ errors/* TooManyTrafficPolicyInstances */.vk),
  TooManyTrafficPolicyInstances$: () => (/* reexport */ schemas_0/* TooManyTrafficPolicyInstances$ */.lkL),
  TooManyTrafficPolicyVersionsForCurrentPolicy: () => (/* reexport */ errors/* TooManyTrafficPolicyVersionsForCurrentPolicy */.Cv),
  TooManyTrafficPolicyVersionsForCurrentPolicy$: () => (/* reexport */ schemas_0/* TooManyTrafficPolicyVersionsForCurrentPolicy$ */.eHT),
  TooManyVPCAssociationAuthorizations: () => (/* reexport */ errors/* TooManyVPCAssociationAuthorizations */.cC),
  TooManyVPCAssociationAuthorizations$: () => (/* reexport */ schemas_0/* TooManyVPCAssociationAuthorizations$ */.sS6),
  TrafficPolicy$: () => (/* reexport */ schemas_0/* TrafficPolicy$ */.AZ0),
  TrafficPolicyAlreadyExists: () => (/* reexport */ errors/* TrafficPolicyAlreadyExists */.io),
  TrafficPolicyAlreadyExists$: () => (/* reexport */ schemas_0/* TrafficPolicyAlreadyExists$ */.Coi),
  TrafficPolicyInUse: () => (/* reexport */ errors/* TrafficPolicyInUse */.aN),
  TrafficPolicyInUse$: () => (/* reexport */ schemas_0/* TrafficPolicyInUse$ */._Xf),
  TrafficPolicyInstance$: () => (/* reexport */ schemas_0/* TrafficPolicyInstance$ */.piS),
  TrafficPolicyInstanceAlreadyExists: () => (/* reexport */ errors/* TrafficPolicyInstanceAlreadyExists */.H1),
  TrafficPolicyInstanceAlreadyExists$: () => (/* reexport */ schemas_0/* TrafficPolicyInstanceAlreadyExists$ */.FN2),
  TrafficPolicySummary$: () => (/* reexport */ schemas_0/* TrafficPolicySummary$ */.GUl),
  UpdateHealthCheck$: () => (/* reexport */ schemas_0/* UpdateHealthCheck$ */.GPf),
  UpdateHealthCheckCommand: () => (/* reexport */ UpdateHealthCheckCommand),
  UpdateHealthCheckRequest$: () => (/* reexport */ schemas_0/* UpdateHealthCheckRequest$ */.Nc2),
  UpdateHealthCheckResponse$: () => (/* reexport */ schemas_0/* UpdateHealthCheckResponse$ */.b8w),
  UpdateHostedZoneComment$: () => (/* reexport */ schemas_0/* UpdateHostedZoneComment$ */.GhU),
  UpdateHostedZoneCommentCommand: () => (/* reexport */ UpdateHostedZoneCommentCommand),
  UpdateHostedZoneCommentRequest$: () => (/* reexport */ schemas_0/* UpdateHostedZoneCommentRequest$ */.dQq),
  UpdateHostedZoneCommentResponse$: () => (/* reexport */ schemas_0/* UpdateHostedZoneCommentResponse$ */.hHb),
  UpdateHostedZoneFeatures$: () => (/* reexport */ schemas_0/* UpdateHostedZoneFeatures$ */.oqQ),
  UpdateHostedZoneFeaturesCommand: () => (/* reexport */ UpdateHostedZoneFeaturesCommand),
  UpdateHostedZoneFeaturesRequest$: () => (/* reexport */ schemas_0/* UpdateHostedZoneFeaturesRequest$ */.jZ1),
  UpdateHostedZoneFeaturesResponse$: () => (/* reexport */ schemas_0/* UpdateHostedZoneFeaturesResponse$ */.by3),
  UpdateTrafficPolicyComment$: () => (/* reexport */ schemas_0/* UpdateTrafficPolicyComment$ */.YZ_),
  UpdateTrafficPolicyCommentCommand: () => (/* reexport */ UpdateTrafficPolicyCommentCommand),
  UpdateTrafficPolicyCommentRequest$: () => (/* reexport */ schemas_0/* UpdateTrafficPolicyCommentRequest$ */.jEP),
  UpdateTrafficPolicyCommentResponse$: () => (/* reexport */ schemas_0/* UpdateTrafficPolicyCommentResponse$ */.lK3),
  UpdateTrafficPolicyInstance$: () => (/* reexport */ schemas_0/* UpdateTrafficPolicyInstance$ */.wpz),
  UpdateTrafficPolicyInstanceCommand: () => (/* reexport */ UpdateTrafficPolicyInstanceCommand),
  UpdateTrafficPolicyInstanceRequest$: () => (/* reexport */ schemas_0/* UpdateTrafficPolicyInstanceRequest$ */.X4v),
  UpdateTrafficPolicyInstanceResponse$: () => (/* reexport */ schemas_0/* UpdateTrafficPolicyInstanceResponse$ */.zPK),
  VPC$: () => (/* reexport */ schemas_0/* VPC$ */.S4w),
  VPCAssociationAuthorizationNotFound: () => (/* reexport */ errors/* VPCAssociationAuthorizationNotFound */.df),
  VPCAssociationAuthorizationNotFound$: () => (/* reexport */ schemas_0/* VPCAssociationAuthorizationNotFound$ */.Nq4),
  VPCAssociationNotFound: () => (/* reexport */ errors/* VPCAssociationNotFound */.YJ),
  VPCAssociationNotFound$: () => (/* reexport */ schemas_0/* VPCAssociationNotFound$ */.QLW),
  VPCRegion: () => (/* reexport */ VPCRegion),
  __Client: () => (/* reexport */ submodules_client.Client),
  errorTypeRegistries: () => (/* reexport */ schemas_0/* errorTypeRegistries */.q1U),
  paginateListCidrBlocks: () => (/* reexport */ paginateListCidrBlocks),
  paginateListCidrCollections: () => (/* reexport */ paginateListCidrCollections),
  paginateListCidrLocations: () => (/* reexport */ paginateListCidrLocations),
  paginateListHealthChecks: () => (/* reexport */ paginateListHealthChecks),
  paginateListHostedZones: () => (/* reexport */ paginateListHostedZones),
  paginateListQueryLoggingConfigs: () => (/* reexport */ paginateListQueryLoggingConfigs),
  paginateListResourceRecordSetProtections: () => (/* reexport */ paginateListResourceRecordSetProtections),
  waitForResourceRecordSetsChanged: () => (/* reexport */ waitForResourceRecordSetsChanged),
  waitUntilResourceRecordSetsChanged: () => (/* reexport */ waitUntilResourceRecordSetsChanged)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/core/dist-cjs/submodules/client/index.js
var client = __webpack_require__(5152);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/index.js
var dist_cjs = __webpack_require__(402);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/client/index.js
var submodules_client = __webpack_require__(2658);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/config/index.js
var submodules_config = __webpack_require__(7291);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/endpoints/index.js
var endpoints = __webpack_require__(2085);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/protocols/index.js
var protocols = __webpack_require__(3422);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/retry/index.js
var retry = __webpack_require__(3609);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/schema/index.js
var schema = __webpack_require__(6890);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/core/dist-cjs/submodules/httpAuthSchemes/index.js
var httpAuthSchemes = __webpack_require__(7523);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/auth/httpAuthSchemeProvider.js


const defaultRoute53HttpAuthSchemeParametersProvider = async (config, context, input) => {
    return {
        operation: (0,submodules_client.getSmithyContext)(context).operation,
        region: await (0,submodules_client.normalizeProvider)(config.region)() || (() => {
            throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
        })(),
    };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
    return {
        schemeId: "aws.auth#sigv4",
        signingProperties: {
            name: "route53",
            region: authParameters.region,
        },
        propertiesExtractor: (config, context) => ({
            signingProperties: {
                config,
                context,
            },
        }),
    };
}
const defaultRoute53HttpAuthSchemeProvider = (authParameters) => {
    const options = [];
    switch (authParameters.operation) {
        default: {
            options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
        }
    }
    return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
    const config_0 = (0,httpAuthSchemes.resolveAwsSdkSigV4Config)(config);
    return Object.assign(config_0, {
        authSchemePreference: (0,submodules_client.normalizeProvider)(config.authSchemePreference ?? []),
    });
};

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/endpoint/EndpointParameters.js
var EndpointParameters = __webpack_require__(1730);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/package.json
const package_namespaceObject = {"rE":"3.1169.0"};
// EXTERNAL MODULE: ./node_modules/@aws-sdk/credential-provider-node/dist-cjs/index.js
var credential_provider_node_dist_cjs = __webpack_require__(5861);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/serde/index.js
var serde = __webpack_require__(2430);
// EXTERNAL MODULE: ./node_modules/@smithy/node-http-handler/dist-cjs/index.js
var node_http_handler_dist_cjs = __webpack_require__(1279);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/core/dist-cjs/submodules/protocols/index.js
var submodules_protocols = __webpack_require__(7288);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/checksum/index.js
var checksum = __webpack_require__(9542);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/endpoint/bdd.js

const s = "ref", t = "authSchemes", u = "name", v = "signingRegion";
const a = -1, b = true, c = "isSet", d = "PartitionResult", e = "booleanEquals", f = "stringEquals", g = "getAttr", h = "sigv4", i = { [s]: "Endpoint" }, j = { "fn": g, "argv": [{ [s]: d }, "name"] }, k = { [s]: d }, l = { [t]: [{ [u]: h, [v]: "us-east-1" }] }, m = { [t]: [{ [u]: h, [v]: "cn-northwest-1" }] }, n = { [t]: [{ [u]: h, [v]: "us-gov-west-1" }] }, o = { [t]: [{ [u]: h, [v]: "eusc-de-east-1" }] }, p = { [t]: [{ [u]: h, [v]: "{PartitionResult#implicitGlobalRegion}" }] }, q = [{ [s]: "Region" }];
const _data = {
    conditions: [
        [c, [i]],
        [c, q],
        ["aws.partition", q, d],
        [e, [{ [s]: "UseFIPS" }, b]],
        [f, [j, "aws"]],
        [f, [j, "aws-cn"]],
        [f, [j, "aws-us-gov"]],
        [e, [{ [s]: "UseDualStack" }, b]],
        [e, [{ fn: g, argv: [k, "supportsFIPS"] }, b]],
        [f, [j, "aws-iso"]],
        [f, [j, "aws-iso-b"]],
        [f, [j, "aws-iso-e"]],
        [f, [j, "aws-iso-f"]],
        [f, [j, "aws-eusc"]],
        [e, [{ fn: g, argv: [k, "supportsDualStack"] }, b]]
    ],
    results: [
        [a],
        [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
        [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
        [i, {}],
        ["https://route53.amazonaws.com", l],
        ["https://route53-fips.amazonaws.com", l],
        ["https://route53.global.api.aws", l],
        ["https://route53-fips.global.api.aws", l],
        ["https://route53.amazonaws.com.cn", m],
        ["https://route53.global.api.amazonwebservices.com.cn", m],
        ["https://route53.us-gov.amazonaws.com", n],
        ["https://route53.us-gov.api.aws", n],
        ["https://route53.c2s.ic.gov", { [t]: [{ [u]: h, [v]: "us-iso-east-1" }] }],
        ["https://route53.sc2s.sgov.gov", { [t]: [{ [u]: h, [v]: "us-isob-east-1" }] }],
        ["https://route53.cloud.adc-e.uk", { [t]: [{ [u]: h, [v]: "eu-isoe-west-1" }] }],
        ["https://route53.csp.hci.ic.gov", { [t]: [{ [u]: h, [v]: "us-isof-south-1" }] }],
        ["https://route53.amazonaws.eu", o],
        ["https://route53.global.api.amazonwebservices.eu", o],
        ["https://route53-fips.{PartitionResult#dualStackDnsSuffix}", p],
        [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
        ["https://route53-fips.{PartitionResult#dnsSuffix}", p],
        [a, "FIPS is enabled but this partition does not support FIPS"],
        ["https://route53.{PartitionResult#dualStackDnsSuffix}", p],
        [a, "DualStack is enabled but this partition does not support DualStack"],
        ["https://route53.{PartitionResult#dnsSuffix}", p],
        [a, "Invalid Configuration: Missing Region"]
    ]
};
const root = 2;
const r = 100_000_000;
const nodes = new Int32Array([
    -1, 1, -1,
    0, 27, 3,
    1, 4, r + 25,
    2, 5, r + 25,
    3, 19, 6,
    4, 18, 7,
    5, 17, 8,
    6, 25, 9,
    7, 15, 10,
    9, r + 12, 11,
    10, r + 13, 12,
    11, r + 14, 13,
    12, r + 15, 14,
    13, r + 16, r + 24,
    13, r + 17, 16,
    14, r + 22, r + 23,
    7, r + 9, r + 8,
    7, r + 6, r + 4,
    4, 26, 20,
    6, 25, 21,
    7, 23, 22,
    8, r + 20, r + 21,
    8, 24, r + 19,
    14, r + 18, r + 19,
    7, r + 11, r + 10,
    7, r + 7, r + 5,
    3, r + 1, 28,
    7, r + 2, r + 3,
]);
const bdd = endpoints.BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/endpoint/endpointResolver.js



const cache = new endpoints.EndpointCache({
    size: 50,
    params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"],
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
    return cache.get(endpointParams, () => (0,endpoints.decideEndpoint)(bdd, {
        endpointParams: endpointParams,
        logger: context.logger,
    }));
};
endpoints.customEndpointFunctions.aws = client.awsEndpointFunctions;

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/schemas/schemas_0.js
var schemas_0 = __webpack_require__(9061);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/runtimeConfig.shared.js









const getRuntimeConfig = (config) => {
    return {
        apiVersion: "2013-04-01",
        base64Decoder: config?.base64Decoder ?? serde.fromBase64,
        base64Encoder: config?.base64Encoder ?? serde.toBase64,
        disableHostPrefix: config?.disableHostPrefix ?? false,
        endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
        extensions: config?.extensions ?? [],
        httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultRoute53HttpAuthSchemeProvider,
        httpAuthSchemes: config?.httpAuthSchemes ?? [
            {
                schemeId: "aws.auth#sigv4",
                identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
                signer: new httpAuthSchemes.AwsSdkSigV4Signer(),
            },
        ],
        logger: config?.logger ?? new submodules_client.NoOpLogger(),
        protocol: config?.protocol ?? submodules_protocols.AwsRestXmlProtocol,
        protocolSettings: config?.protocolSettings ?? {
            defaultNamespace: "com.amazonaws.route53",
            errorTypeRegistries: schemas_0/* errorTypeRegistries */.q1U,
            xmlNamespace: "https://route53.amazonaws.com/doc/2013-04-01/",
            version: "2013-04-01",
            serviceTarget: "AWSDnsV20130401",
        },
        serviceId: config?.serviceId ?? "Route 53",
        sha256: config?.sha256 ?? checksum.Sha256,
        urlParser: config?.urlParser ?? protocols.parseUrl,
        utf8Decoder: config?.utf8Decoder ?? serde.fromUtf8,
        utf8Encoder: config?.utf8Encoder ?? serde.toUtf8,
    };
};

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/runtimeConfig.js










const runtimeConfig_getRuntimeConfig = (config) => {
    (0,submodules_client.emitWarningIfUnsupportedVersion)(process.version);
    const defaultsMode = (0,submodules_config.resolveDefaultsModeConfig)(config);
    const defaultConfigProvider = () => defaultsMode().then(submodules_client.loadConfigsForDefaultMode);
    const clientSharedValues = getRuntimeConfig(config);
    (0,client.emitWarningIfUnsupportedVersion)(process.version);
    const loaderConfig = {
        profile: config?.profile,
        logger: clientSharedValues.logger,
    };
    return {
        ...clientSharedValues,
        ...config,
        runtime: "node",
        defaultsMode,
        authSchemePreference: config?.authSchemePreference ?? (0,submodules_config.loadConfig)(httpAuthSchemes.NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
        bodyLengthChecker: config?.bodyLengthChecker ?? serde.calculateBodyLength,
        credentialDefaultProvider: config?.credentialDefaultProvider ?? credential_provider_node_dist_cjs/* defaultProvider */.v6,
        defaultSocketTimeout: (0,client.getDefaultSocketTimeout)(config?.requestHandler, 300_000),
        defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,client.createDefaultUserAgentProvider)({ serviceId: clientSharedValues.serviceId, clientVersion: package_namespaceObject.rE }),
        maxAttempts: config?.maxAttempts ?? (0,submodules_config.loadConfig)(retry.NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
        region: config?.region ?? (0,submodules_config.loadConfig)(submodules_config.NODE_REGION_CONFIG_OPTIONS, { ...submodules_config.NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
        requestHandler: node_http_handler_dist_cjs.NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
        retryMode: config?.retryMode ??
            (0,submodules_config.loadConfig)({
                ...retry.NODE_RETRY_MODE_CONFIG_OPTIONS,
                default: async () => (await defaultConfigProvider()).retryMode || retry.DEFAULT_RETRY_MODE,
            }, config),
        streamCollector: config?.streamCollector ?? node_http_handler_dist_cjs.streamCollector,
        useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,submodules_config.loadConfig)(submodules_config.NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        useFipsEndpoint: config?.useFipsEndpoint ?? (0,submodules_config.loadConfig)(submodules_config.NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        userAgentAppId: config?.userAgentAppId ?? (0,submodules_config.loadConfig)(client.NODE_APP_ID_CONFIG_OPTIONS, loaderConfig),
    };
};

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
    const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
    let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
    let _credentials = runtimeConfig.credentials;
    return {
        setHttpAuthScheme(httpAuthScheme) {
            const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
            if (index === -1) {
                _httpAuthSchemes.push(httpAuthScheme);
            }
            else {
                _httpAuthSchemes.splice(index, 1, httpAuthScheme);
            }
        },
        httpAuthSchemes() {
            return _httpAuthSchemes;
        },
        setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
            _httpAuthSchemeProvider = httpAuthSchemeProvider;
        },
        httpAuthSchemeProvider() {
            return _httpAuthSchemeProvider;
        },
        setCredentials(credentials) {
            _credentials = credentials;
        },
        credentials() {
            return _credentials;
        },
    };
};
const resolveHttpAuthRuntimeConfig = (config) => {
    return {
        httpAuthSchemes: config.httpAuthSchemes(),
        httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
        credentials: config.credentials(),
    };
};

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/runtimeExtensions.js




const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
    const extensionConfiguration = Object.assign((0,client.getAwsRegionExtensionConfiguration)(runtimeConfig), (0,submodules_client.getDefaultExtensionConfiguration)(runtimeConfig), (0,protocols.getHttpHandlerExtensionConfiguration)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
    extensions.forEach((extension) => extension.configure(extensionConfiguration));
    return Object.assign(runtimeConfig, (0,client.resolveAwsRegionExtensionConfiguration)(extensionConfiguration), (0,submodules_client.resolveDefaultRuntimeConfig)(extensionConfiguration), (0,protocols.resolveHttpHandlerRuntimeConfig)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/Route53Client.js













class Route53Client extends submodules_client.Client {
    config;
    constructor(...[configuration]) {
        const _config_0 = runtimeConfig_getRuntimeConfig(configuration || {});
        super(_config_0);
        this.initConfig = _config_0;
        const _config_1 = (0,EndpointParameters/* resolveClientEndpointParameters */.v)(_config_0);
        const _config_2 = (0,client.resolveUserAgentConfig)(_config_1);
        const _config_3 = (0,retry.resolveRetryConfig)(_config_2);
        const _config_4 = (0,submodules_config.resolveRegionConfig)(_config_3);
        const _config_5 = (0,client.resolveHostHeaderConfig)(_config_4);
        const _config_6 = (0,endpoints.resolveEndpointConfig)(_config_5);
        const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
        const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
        this.config = _config_8;
        this.middlewareStack.use((0,schema.getSchemaSerdePlugin)(this.config));
        this.middlewareStack.use((0,client.getUserAgentPlugin)(this.config));
        this.middlewareStack.use((0,retry.getRetryPlugin)(this.config));
        this.middlewareStack.use((0,protocols.getContentLengthPlugin)(this.config));
        this.middlewareStack.use((0,client.getHostHeaderPlugin)(this.config));
        this.middlewareStack.use((0,client.getLoggerPlugin)(this.config));
        this.middlewareStack.use((0,client.getRecursionDetectionPlugin)(this.config));
        this.middlewareStack.use((0,dist_cjs.getHttpAuthSchemeEndpointRuleSetPlugin)(this.config, {
            httpAuthSchemeParametersProvider: defaultRoute53HttpAuthSchemeParametersProvider,
            identityProviderConfigProvider: async (config) => new dist_cjs.DefaultIdentityProviderConfig({
                "aws.auth#sigv4": config.credentials,
            }),
        }));
        this.middlewareStack.use((0,dist_cjs.getHttpSigningPlugin)(this.config));
    }
    destroy() {
        super.destroy();
    }
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(6009);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ActivateKeySigningKeyCommand.js


class ActivateKeySigningKeyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ActivateKeySigningKey", schemas_0/* ActivateKeySigningKey$ */.VlO) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/AssociateVPCWithHostedZoneCommand.js


class AssociateVPCWithHostedZoneCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "AssociateVPCWithHostedZone", schemas_0/* AssociateVPCWithHostedZone$ */.vid) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ChangeCidrCollectionCommand.js


class ChangeCidrCollectionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ChangeCidrCollection", schemas_0/* ChangeCidrCollection$ */.dW5) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ChangeResourceRecordSetsCommand.js
var ChangeResourceRecordSetsCommand = __webpack_require__(5081);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ChangeTagsForResourceCommand.js


class ChangeTagsForResourceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ChangeTagsForResource", schemas_0/* ChangeTagsForResource$ */.NKq) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateCidrCollectionCommand.js


class CreateCidrCollectionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "CreateCidrCollection", schemas_0/* CreateCidrCollection$ */.pU5) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateHealthCheckCommand.js


class CreateHealthCheckCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "CreateHealthCheck", schemas_0/* CreateHealthCheck$ */.fOe) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateHostedZoneCommand.js


class CreateHostedZoneCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateHostedZone", schemas_0/* CreateHostedZone$ */.u89) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateKeySigningKeyCommand.js


class CreateKeySigningKeyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateKeySigningKey", schemas_0/* CreateKeySigningKey$ */.uJm) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateQueryLoggingConfigCommand.js


class CreateQueryLoggingConfigCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateQueryLoggingConfig", schemas_0/* CreateQueryLoggingConfig$ */.oSp) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateResourceRecordSetProtectionsCommand.js


class CreateResourceRecordSetProtectionsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateResourceRecordSetProtections", schemas_0/* CreateResourceRecordSetProtections$ */.gJe) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateReusableDelegationSetCommand.js


class CreateReusableDelegationSetCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateReusableDelegationSet", schemas_0/* CreateReusableDelegationSet$ */.Gbj) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateTrafficPolicyCommand.js


class CreateTrafficPolicyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "CreateTrafficPolicy", schemas_0/* CreateTrafficPolicy$ */.Er1) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateTrafficPolicyInstanceCommand.js


class CreateTrafficPolicyInstanceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateTrafficPolicyInstance", schemas_0/* CreateTrafficPolicyInstance$ */.vBv) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateTrafficPolicyVersionCommand.js


class CreateTrafficPolicyVersionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateTrafficPolicyVersion", schemas_0/* CreateTrafficPolicyVersion$ */.iyv) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/CreateVPCAssociationAuthorizationCommand.js


class CreateVPCAssociationAuthorizationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateVPCAssociationAuthorization", schemas_0/* CreateVPCAssociationAuthorization$ */.qI$) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeactivateKeySigningKeyCommand.js


class DeactivateKeySigningKeyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeactivateKeySigningKey", schemas_0/* DeactivateKeySigningKey$ */.kRe) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteCidrCollectionCommand.js


class DeleteCidrCollectionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteCidrCollection", schemas_0/* DeleteCidrCollection$ */.gLo) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteHealthCheckCommand.js


class DeleteHealthCheckCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "DeleteHealthCheck", schemas_0/* DeleteHealthCheck$ */.onq) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteHostedZoneCommand.js


class DeleteHostedZoneCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteHostedZone", schemas_0/* DeleteHostedZone$ */.XN1) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteKeySigningKeyCommand.js


class DeleteKeySigningKeyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteKeySigningKey", schemas_0/* DeleteKeySigningKey$ */.RaU) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteQueryLoggingConfigCommand.js


class DeleteQueryLoggingConfigCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteQueryLoggingConfig", schemas_0/* DeleteQueryLoggingConfig$ */.f6N) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteResourceRecordSetProtectionsCommand.js


class DeleteResourceRecordSetProtectionsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteResourceRecordSetProtections", schemas_0/* DeleteResourceRecordSetProtections$ */.Fap) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteReusableDelegationSetCommand.js


class DeleteReusableDelegationSetCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteReusableDelegationSet", schemas_0/* DeleteReusableDelegationSet$ */.RqJ) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteTrafficPolicyCommand.js


class DeleteTrafficPolicyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteTrafficPolicy", schemas_0/* DeleteTrafficPolicy$ */.NTJ) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteTrafficPolicyInstanceCommand.js


class DeleteTrafficPolicyInstanceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteTrafficPolicyInstance", schemas_0/* DeleteTrafficPolicyInstance$ */.Wdq) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DeleteVPCAssociationAuthorizationCommand.js


class DeleteVPCAssociationAuthorizationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteVPCAssociationAuthorization", schemas_0/* DeleteVPCAssociationAuthorization$ */.dbl) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DisableHostedZoneDNSSECCommand.js


class DisableHostedZoneDNSSECCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DisableHostedZoneDNSSEC", schemas_0/* DisableHostedZoneDNSSEC$ */._7k) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/DisassociateVPCFromHostedZoneCommand.js


class DisassociateVPCFromHostedZoneCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DisassociateVPCFromHostedZone", schemas_0/* DisassociateVPCFromHostedZone$ */.JcK) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/EnableHostedZoneDNSSECCommand.js


class EnableHostedZoneDNSSECCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "EnableHostedZoneDNSSEC", schemas_0/* EnableHostedZoneDNSSEC$ */.$z9) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetAccountLimitCommand.js


class GetAccountLimitCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetAccountLimit", schemas_0/* GetAccountLimit$ */.zE_) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetChangeCommand.js


class GetChangeCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetChange", schemas_0/* GetChange$ */.xmL) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetCheckerIpRangesCommand.js


class GetCheckerIpRangesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetCheckerIpRanges", schemas_0/* GetCheckerIpRanges$ */.Fvl) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetDNSSECCommand.js


class GetDNSSECCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetDNSSEC", schemas_0/* GetDNSSEC$ */.VWQ) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetGeoLocationCommand.js


class GetGeoLocationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetGeoLocation", schemas_0/* GetGeoLocation$ */.bV4) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetHealthCheckCommand.js


class GetHealthCheckCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetHealthCheck", schemas_0/* GetHealthCheck$ */.xe3) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetHealthCheckCountCommand.js


class GetHealthCheckCountCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetHealthCheckCount", schemas_0/* GetHealthCheckCount$ */.uRM) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetHealthCheckLastFailureReasonCommand.js


class GetHealthCheckLastFailureReasonCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetHealthCheckLastFailureReason", schemas_0/* GetHealthCheckLastFailureReason$ */.nfk) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetHealthCheckStatusCommand.js


class GetHealthCheckStatusCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetHealthCheckStatus", schemas_0/* GetHealthCheckStatus$ */.FVr) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetHostedZoneCommand.js


class GetHostedZoneCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetHostedZone", schemas_0/* GetHostedZone$ */.Ukk) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetHostedZoneCountCommand.js


class GetHostedZoneCountCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetHostedZoneCount", schemas_0/* GetHostedZoneCount$ */.Jns) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetHostedZoneLimitCommand.js


class GetHostedZoneLimitCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetHostedZoneLimit", schemas_0/* GetHostedZoneLimit$ */.biV) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetQueryLoggingConfigCommand.js


class GetQueryLoggingConfigCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetQueryLoggingConfig", schemas_0/* GetQueryLoggingConfig$ */.Mfn) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetReusableDelegationSetCommand.js


class GetReusableDelegationSetCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetReusableDelegationSet", schemas_0/* GetReusableDelegationSet$ */.cbu) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetReusableDelegationSetLimitCommand.js


class GetReusableDelegationSetLimitCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetReusableDelegationSetLimit", schemas_0/* GetReusableDelegationSetLimit$ */.rJ6) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetTrafficPolicyCommand.js


class GetTrafficPolicyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetTrafficPolicy", schemas_0/* GetTrafficPolicy$ */.oQ) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetTrafficPolicyInstanceCommand.js


class GetTrafficPolicyInstanceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetTrafficPolicyInstance", schemas_0/* GetTrafficPolicyInstance$ */.xDz) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/GetTrafficPolicyInstanceCountCommand.js


class GetTrafficPolicyInstanceCountCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "GetTrafficPolicyInstanceCount", schemas_0/* GetTrafficPolicyInstanceCount$ */.yQN) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListCidrBlocksCommand.js


class ListCidrBlocksCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListCidrBlocks", schemas_0/* ListCidrBlocks$ */.dPC) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListCidrCollectionsCommand.js


class ListCidrCollectionsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListCidrCollections", schemas_0/* ListCidrCollections$ */.muq) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListCidrLocationsCommand.js


class ListCidrLocationsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListCidrLocations", schemas_0/* ListCidrLocations$ */.P00) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListGeoLocationsCommand.js


class ListGeoLocationsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListGeoLocations", schemas_0/* ListGeoLocations$ */.Yo_) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListHealthChecksCommand.js


class ListHealthChecksCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListHealthChecks", schemas_0/* ListHealthChecks$ */.ut7) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListHostedZonesByNameCommand.js


class ListHostedZonesByNameCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListHostedZonesByName", schemas_0/* ListHostedZonesByName$ */.vfj) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListHostedZonesByVPCCommand.js


class ListHostedZonesByVPCCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListHostedZonesByVPC", schemas_0/* ListHostedZonesByVPC$ */.hmt) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListHostedZonesCommand.js


class ListHostedZonesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListHostedZones", schemas_0/* ListHostedZones$ */.nkb) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListQueryLoggingConfigsCommand.js


class ListQueryLoggingConfigsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListQueryLoggingConfigs", schemas_0/* ListQueryLoggingConfigs$ */.xc6) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListResourceRecordSetProtectionsCommand.js


class ListResourceRecordSetProtectionsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListResourceRecordSetProtections", schemas_0/* ListResourceRecordSetProtections$ */.iMT) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListResourceRecordSetsCommand.js
var ListResourceRecordSetsCommand = __webpack_require__(6845);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListReusableDelegationSetsCommand.js


class ListReusableDelegationSetsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListReusableDelegationSets", schemas_0/* ListReusableDelegationSets$ */.d02) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListTagsForResourceCommand.js


class ListTagsForResourceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListTagsForResource", schemas_0/* ListTagsForResource$ */.Tzn) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListTagsForResourcesCommand.js


class ListTagsForResourcesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListTagsForResources", schemas_0/* ListTagsForResources$ */.Qbr) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListTrafficPoliciesCommand.js


class ListTrafficPoliciesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListTrafficPolicies", schemas_0/* ListTrafficPolicies$ */.Mfj) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListTrafficPolicyInstancesByHostedZoneCommand.js


class ListTrafficPolicyInstancesByHostedZoneCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListTrafficPolicyInstancesByHostedZone", schemas_0/* ListTrafficPolicyInstancesByHostedZone$ */.kj2) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListTrafficPolicyInstancesByPolicyCommand.js


class ListTrafficPolicyInstancesByPolicyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListTrafficPolicyInstancesByPolicy", schemas_0/* ListTrafficPolicyInstancesByPolicy$ */.VeX) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListTrafficPolicyInstancesCommand.js


class ListTrafficPolicyInstancesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "ListTrafficPolicyInstances", schemas_0/* ListTrafficPolicyInstances$ */.oB2) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListTrafficPolicyVersionsCommand.js


class ListTrafficPolicyVersionsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListTrafficPolicyVersions", schemas_0/* ListTrafficPolicyVersions$ */.bQw) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListVPCAssociationAuthorizationsCommand.js


class ListVPCAssociationAuthorizationsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListVPCAssociationAuthorizations", schemas_0/* ListVPCAssociationAuthorizations$ */.Hi_) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/TestDNSAnswerCommand.js


class TestDNSAnswerCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "TestDNSAnswer", schemas_0/* TestDNSAnswer$ */.u5f) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/UpdateHealthCheckCommand.js


class UpdateHealthCheckCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw2 */.yO, "UpdateHealthCheck", schemas_0/* UpdateHealthCheck$ */.GPf) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/UpdateHostedZoneCommentCommand.js


class UpdateHostedZoneCommentCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "UpdateHostedZoneComment", schemas_0/* UpdateHostedZoneComment$ */.GhU) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/UpdateHostedZoneFeaturesCommand.js


class UpdateHostedZoneFeaturesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "UpdateHostedZoneFeatures", schemas_0/* UpdateHostedZoneFeatures$ */.oqQ) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/UpdateTrafficPolicyCommentCommand.js


class UpdateTrafficPolicyCommentCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "UpdateTrafficPolicyComment", schemas_0/* UpdateTrafficPolicyComment$ */.YZ_) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/UpdateTrafficPolicyInstanceCommand.js


class UpdateTrafficPolicyInstanceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "UpdateTrafficPolicyInstance", schemas_0/* UpdateTrafficPolicyInstance$ */.wpz) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/pagination/ListCidrBlocksPaginator.js



const paginateListCidrBlocks = (0,dist_cjs.createPaginator)(Route53Client, ListCidrBlocksCommand, "NextToken", "NextToken", "MaxResults");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/pagination/ListCidrCollectionsPaginator.js



const paginateListCidrCollections = (0,dist_cjs.createPaginator)(Route53Client, ListCidrCollectionsCommand, "NextToken", "NextToken", "MaxResults");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/pagination/ListCidrLocationsPaginator.js



const paginateListCidrLocations = (0,dist_cjs.createPaginator)(Route53Client, ListCidrLocationsCommand, "NextToken", "NextToken", "MaxResults");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/pagination/ListHealthChecksPaginator.js



const paginateListHealthChecks = (0,dist_cjs.createPaginator)(Route53Client, ListHealthChecksCommand, "Marker", "NextMarker", "MaxItems");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/pagination/ListHostedZonesPaginator.js



const paginateListHostedZones = (0,dist_cjs.createPaginator)(Route53Client, ListHostedZonesCommand, "Marker", "NextMarker", "MaxItems");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/pagination/ListQueryLoggingConfigsPaginator.js



const paginateListQueryLoggingConfigs = (0,dist_cjs.createPaginator)(Route53Client, ListQueryLoggingConfigsCommand, "NextToken", "NextToken", "MaxResults");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/pagination/ListResourceRecordSetProtectionsPaginator.js



const paginateListResourceRecordSetProtections = (0,dist_cjs.createPaginator)(Route53Client, ListResourceRecordSetProtectionsCommand, "NextToken", "NextToken", "MaxResults");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/waiters/waitForResourceRecordSetsChanged.js


const checkState = async (client, input) => {
    let reason;
    try {
        let result = await client.send(new GetChangeCommand(input));
        reason = result;
        try {
            const returnComparator = () => {
                return result.ChangeInfo.Status;
            };
            if (returnComparator() === "INSYNC") {
                return { state: submodules_client.WaiterState.SUCCESS, reason };
            }
        }
        catch (e) { }
    }
    catch (exception) {
        reason = exception;
    }
    return { state: submodules_client.WaiterState.RETRY, reason };
};
const waitForResourceRecordSetsChanged = async (params, input) => {
    const serviceDefaults = { minDelay: 30, maxDelay: 120 };
    return (0,submodules_client.createWaiter)({ ...serviceDefaults, ...params }, input, checkState);
};
const waitUntilResourceRecordSetsChanged = async (params, input) => {
    const serviceDefaults = { minDelay: 30, maxDelay: 120 };
    const result = await (0,submodules_client.createWaiter)({ ...serviceDefaults, ...params }, input, checkState);
    return (0,submodules_client.checkExceptions)(result);
};

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/Route53.js




















































































const commands = {
    ActivateKeySigningKeyCommand: ActivateKeySigningKeyCommand,
    AssociateVPCWithHostedZoneCommand: AssociateVPCWithHostedZoneCommand,
    ChangeCidrCollectionCommand: ChangeCidrCollectionCommand,
    ChangeResourceRecordSetsCommand: ChangeResourceRecordSetsCommand/* ChangeResourceRecordSetsCommand */.y,
    ChangeTagsForResourceCommand: ChangeTagsForResourceCommand,
    CreateCidrCollectionCommand: CreateCidrCollectionCommand,
    CreateHealthCheckCommand: CreateHealthCheckCommand,
    CreateHostedZoneCommand: CreateHostedZoneCommand,
    CreateKeySigningKeyCommand: CreateKeySigningKeyCommand,
    CreateQueryLoggingConfigCommand: CreateQueryLoggingConfigCommand,
    CreateResourceRecordSetProtectionsCommand: CreateResourceRecordSetProtectionsCommand,
    CreateReusableDelegationSetCommand: CreateReusableDelegationSetCommand,
    CreateTrafficPolicyCommand: CreateTrafficPolicyCommand,
    CreateTrafficPolicyInstanceCommand: CreateTrafficPolicyInstanceCommand,
    CreateTrafficPolicyVersionCommand: CreateTrafficPolicyVersionCommand,
    CreateVPCAssociationAuthorizationCommand: CreateVPCAssociationAuthorizationCommand,
    DeactivateKeySigningKeyCommand: DeactivateKeySigningKeyCommand,
    DeleteCidrCollectionCommand: DeleteCidrCollectionCommand,
    DeleteHealthCheckCommand: DeleteHealthCheckCommand,
    DeleteHostedZoneCommand: DeleteHostedZoneCommand,
    DeleteKeySigningKeyCommand: DeleteKeySigningKeyCommand,
    DeleteQueryLoggingConfigCommand: DeleteQueryLoggingConfigCommand,
    DeleteResourceRecordSetProtectionsCommand: DeleteResourceRecordSetProtectionsCommand,
    DeleteReusableDelegationSetCommand: DeleteReusableDelegationSetCommand,
    DeleteTrafficPolicyCommand: DeleteTrafficPolicyCommand,
    DeleteTrafficPolicyInstanceCommand: DeleteTrafficPolicyInstanceCommand,
    DeleteVPCAssociationAuthorizationCommand: DeleteVPCAssociationAuthorizationCommand,
    DisableHostedZoneDNSSECCommand: DisableHostedZoneDNSSECCommand,
    DisassociateVPCFromHostedZoneCommand: DisassociateVPCFromHostedZoneCommand,
    EnableHostedZoneDNSSECCommand: EnableHostedZoneDNSSECCommand,
    GetAccountLimitCommand: GetAccountLimitCommand,
    GetChangeCommand: GetChangeCommand,
    GetCheckerIpRangesCommand: GetCheckerIpRangesCommand,
    GetDNSSECCommand: GetDNSSECCommand,
    GetGeoLocationCommand: GetGeoLocationCommand,
    GetHealthCheckCommand: GetHealthCheckCommand,
    GetHealthCheckCountCommand: GetHealthCheckCountCommand,
    GetHealthCheckLastFailureReasonCommand: GetHealthCheckLastFailureReasonCommand,
    GetHealthCheckStatusCommand: GetHealthCheckStatusCommand,
    GetHostedZoneCommand: GetHostedZoneCommand,
    GetHostedZoneCountCommand: GetHostedZoneCountCommand,
    GetHostedZoneLimitCommand: GetHostedZoneLimitCommand,
    GetQueryLoggingConfigCommand: GetQueryLoggingConfigCommand,
    GetReusableDelegationSetCommand: GetReusableDelegationSetCommand,
    GetReusableDelegationSetLimitCommand: GetReusableDelegationSetLimitCommand,
    GetTrafficPolicyCommand: GetTrafficPolicyCommand,
    GetTrafficPolicyInstanceCommand: GetTrafficPolicyInstanceCommand,
    GetTrafficPolicyInstanceCountCommand: GetTrafficPolicyInstanceCountCommand,
    ListCidrBlocksCommand: ListCidrBlocksCommand,
    ListCidrCollectionsCommand: ListCidrCollectionsCommand,
    ListCidrLocationsCommand: ListCidrLocationsCommand,
    ListGeoLocationsCommand: ListGeoLocationsCommand,
    ListHealthChecksCommand: ListHealthChecksCommand,
    ListHostedZonesCommand: ListHostedZonesCommand,
    ListHostedZonesByNameCommand: ListHostedZonesByNameCommand,
    ListHostedZonesByVPCCommand: ListHostedZonesByVPCCommand,
    ListQueryLoggingConfigsCommand: ListQueryLoggingConfigsCommand,
    ListResourceRecordSetProtectionsCommand: ListResourceRecordSetProtectionsCommand,
    ListResourceRecordSetsCommand: ListResourceRecordSetsCommand/* ListResourceRecordSetsCommand */.I,
    ListReusableDelegationSetsCommand: ListReusableDelegationSetsCommand,
    ListTagsForResourceCommand: ListTagsForResourceCommand,
    ListTagsForResourcesCommand: ListTagsForResourcesCommand,
    ListTrafficPoliciesCommand: ListTrafficPoliciesCommand,
    ListTrafficPolicyInstancesCommand: ListTrafficPolicyInstancesCommand,
    ListTrafficPolicyInstancesByHostedZoneCommand: ListTrafficPolicyInstancesByHostedZoneCommand,
    ListTrafficPolicyInstancesByPolicyCommand: ListTrafficPolicyInstancesByPolicyCommand,
    ListTrafficPolicyVersionsCommand: ListTrafficPolicyVersionsCommand,
    ListVPCAssociationAuthorizationsCommand: ListVPCAssociationAuthorizationsCommand,
    TestDNSAnswerCommand: TestDNSAnswerCommand,
    UpdateHealthCheckCommand: UpdateHealthCheckCommand,
    UpdateHostedZoneCommentCommand: UpdateHostedZoneCommentCommand,
    UpdateHostedZoneFeaturesCommand: UpdateHostedZoneFeaturesCommand,
    UpdateTrafficPolicyCommentCommand: UpdateTrafficPolicyCommentCommand,
    UpdateTrafficPolicyInstanceCommand: UpdateTrafficPolicyInstanceCommand,
};
const paginators = {
    paginateListCidrBlocks: paginateListCidrBlocks,
    paginateListCidrCollections: paginateListCidrCollections,
    paginateListCidrLocations: paginateListCidrLocations,
    paginateListHealthChecks: paginateListHealthChecks,
    paginateListHostedZones: paginateListHostedZones,
    paginateListQueryLoggingConfigs: paginateListQueryLoggingConfigs,
    paginateListResourceRecordSetProtections: paginateListResourceRecordSetProtections,
};
const waiters = {
    waitUntilResourceRecordSetsChanged: waitUntilResourceRecordSetsChanged,
};
class Route53 extends Route53Client {
}
(0,submodules_client.createAggregatedClient)(commands, Route53, { paginators, waiters });

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/index.js











































































;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/pagination/index.js









;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/waiters/index.js


;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/models/enums.js
const AcceleratedRecoveryStatus = {
    DISABLED: "DISABLED",
    DISABLE_FAILED: "DISABLE_FAILED",
    DISABLING: "DISABLING",
    DISABLING_HOSTED_ZONE_LOCKED: "DISABLING_HOSTED_ZONE_LOCKED",
    ENABLED: "ENABLED",
    ENABLE_FAILED: "ENABLE_FAILED",
    ENABLING: "ENABLING",
    ENABLING_HOSTED_ZONE_LOCKED: "ENABLING_HOSTED_ZONE_LOCKED",
};
const AccountLimitType = {
    MAX_HEALTH_CHECKS_BY_OWNER: "MAX_HEALTH_CHECKS_BY_OWNER",
    MAX_HOSTED_ZONES_BY_OWNER: "MAX_HOSTED_ZONES_BY_OWNER",
    MAX_REUSABLE_DELEGATION_SETS_BY_OWNER: "MAX_REUSABLE_DELEGATION_SETS_BY_OWNER",
    MAX_TRAFFIC_POLICIES_BY_OWNER: "MAX_TRAFFIC_POLICIES_BY_OWNER",
    MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER: "MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER",
};
const ChangeStatus = {
    INSYNC: "INSYNC",
    PENDING: "PENDING",
};
const CloudWatchRegion = {
    af_south_1: "af-south-1",
    ap_east_1: "ap-east-1",
    ap_east_2: "ap-east-2",
    ap_northeast_1: "ap-northeast-1",
    ap_northeast_2: "ap-northeast-2",
    ap_northeast_3: "ap-northeast-3",
    ap_south_1: "ap-south-1",
    ap_south_2: "ap-south-2",
    ap_southeast_1: "ap-southeast-1",
    ap_southeast_2: "ap-southeast-2",
    ap_southeast_3: "ap-southeast-3",
    ap_southeast_4: "ap-southeast-4",
    ap_southeast_5: "ap-southeast-5",
    ap_southeast_6: "ap-southeast-6",
    ap_southeast_7: "ap-southeast-7",
    ca_central_1: "ca-central-1",
    ca_west_1: "ca-west-1",
    cn_north_1: "cn-north-1",
    cn_northwest_1: "cn-northwest-1",
    eu_central_1: "eu-central-1",
    eu_central_2: "eu-central-2",
    eu_isoe_west_1: "eu-isoe-west-1",
    eu_north_1: "eu-north-1",
    eu_south_1: "eu-south-1",
    eu_south_2: "eu-south-2",
    eu_west_1: "eu-west-1",
    eu_west_2: "eu-west-2",
    eu_west_3: "eu-west-3",
    eusc_de_east_1: "eusc-de-east-1",
    il_central_1: "il-central-1",
    me_central_1: "me-central-1",
    me_south_1: "me-south-1",
    mx_central_1: "mx-central-1",
    sa_east_1: "sa-east-1",
    us_east_1: "us-east-1",
    us_east_2: "us-east-2",
    us_gov_east_1: "us-gov-east-1",
    us_gov_west_1: "us-gov-west-1",
    us_iso_east_1: "us-iso-east-1",
    us_iso_west_1: "us-iso-west-1",
    us_isob_east_1: "us-isob-east-1",
    us_isob_west_1: "us-isob-west-1",
    us_isof_east_1: "us-isof-east-1",
    us_isof_south_1: "us-isof-south-1",
    us_west_1: "us-west-1",
    us_west_2: "us-west-2",
};
const VPCRegion = {
    af_south_1: "af-south-1",
    ap_east_1: "ap-east-1",
    ap_east_2: "ap-east-2",
    ap_northeast_1: "ap-northeast-1",
    ap_northeast_2: "ap-northeast-2",
    ap_northeast_3: "ap-northeast-3",
    ap_south_1: "ap-south-1",
    ap_south_2: "ap-south-2",
    ap_southeast_1: "ap-southeast-1",
    ap_southeast_2: "ap-southeast-2",
    ap_southeast_3: "ap-southeast-3",
    ap_southeast_4: "ap-southeast-4",
    ap_southeast_5: "ap-southeast-5",
    ap_southeast_6: "ap-southeast-6",
    ap_southeast_7: "ap-southeast-7",
    ca_central_1: "ca-central-1",
    ca_west_1: "ca-west-1",
    cn_north_1: "cn-north-1",
    cn_northwest_1: "cn-northwest-1",
    eu_central_1: "eu-central-1",
    eu_central_2: "eu-central-2",
    eu_isoe_west_1: "eu-isoe-west-1",
    eu_north_1: "eu-north-1",
    eu_south_1: "eu-south-1",
    eu_south_2: "eu-south-2",
    eu_west_1: "eu-west-1",
    eu_west_2: "eu-west-2",
    eu_west_3: "eu-west-3",
    eusc_de_east_1: "eusc-de-east-1",
    il_central_1: "il-central-1",
    me_central_1: "me-central-1",
    me_south_1: "me-south-1",
    mx_central_1: "mx-central-1",
    sa_east_1: "sa-east-1",
    us_east_1: "us-east-1",
    us_east_2: "us-east-2",
    us_gov_east_1: "us-gov-east-1",
    us_gov_west_1: "us-gov-west-1",
    us_iso_east_1: "us-iso-east-1",
    us_iso_west_1: "us-iso-west-1",
    us_isob_east_1: "us-isob-east-1",
    us_isob_west_1: "us-isob-west-1",
    us_isof_east_1: "us-isof-east-1",
    us_isof_south_1: "us-isof-south-1",
    us_west_1: "us-west-1",
    us_west_2: "us-west-2",
};
const CidrCollectionChangeAction = {
    DELETE_IF_EXISTS: "DELETE_IF_EXISTS",
    PUT: "PUT",
};
const ChangeAction = {
    CREATE: "CREATE",
    DELETE: "DELETE",
    UPSERT: "UPSERT",
};
const ResourceRecordSetFailover = {
    PRIMARY: "PRIMARY",
    SECONDARY: "SECONDARY",
};
const ResourceRecordSetRegion = {
    af_south_1: "af-south-1",
    ap_east_1: "ap-east-1",
    ap_east_2: "ap-east-2",
    ap_northeast_1: "ap-northeast-1",
    ap_northeast_2: "ap-northeast-2",
    ap_northeast_3: "ap-northeast-3",
    ap_south_1: "ap-south-1",
    ap_south_2: "ap-south-2",
    ap_southeast_1: "ap-southeast-1",
    ap_southeast_2: "ap-southeast-2",
    ap_southeast_3: "ap-southeast-3",
    ap_southeast_4: "ap-southeast-4",
    ap_southeast_5: "ap-southeast-5",
    ap_southeast_6: "ap-southeast-6",
    ap_southeast_7: "ap-southeast-7",
    ca_central_1: "ca-central-1",
    ca_west_1: "ca-west-1",
    cn_north_1: "cn-north-1",
    cn_northwest_1: "cn-northwest-1",
    eu_central_1: "eu-central-1",
    eu_central_2: "eu-central-2",
    eu_north_1: "eu-north-1",
    eu_south_1: "eu-south-1",
    eu_south_2: "eu-south-2",
    eu_west_1: "eu-west-1",
    eu_west_2: "eu-west-2",
    eu_west_3: "eu-west-3",
    eusc_de_east_1: "eusc-de-east-1",
    il_central_1: "il-central-1",
    me_central_1: "me-central-1",
    me_south_1: "me-south-1",
    mx_central_1: "mx-central-1",
    sa_east_1: "sa-east-1",
    us_east_1: "us-east-1",
    us_east_2: "us-east-2",
    us_gov_east_1: "us-gov-east-1",
    us_gov_west_1: "us-gov-west-1",
    us_west_1: "us-west-1",
    us_west_2: "us-west-2",
};
const RRType = {
    A: "A",
    AAAA: "AAAA",
    CAA: "CAA",
    CNAME: "CNAME",
    DS: "DS",
    HTTPS: "HTTPS",
    MX: "MX",
    NAPTR: "NAPTR",
    NS: "NS",
    PTR: "PTR",
    SOA: "SOA",
    SPF: "SPF",
    SRV: "SRV",
    SSHFP: "SSHFP",
    SVCB: "SVCB",
    TLSA: "TLSA",
    TXT: "TXT",
};
const TagResourceType = {
    healthcheck: "healthcheck",
    hostedzone: "hostedzone",
};
const InsufficientDataHealthStatus = {
    Healthy: "Healthy",
    LastKnownStatus: "LastKnownStatus",
    Unhealthy: "Unhealthy",
};
const HealthCheckRegion = {
    ap_northeast_1: "ap-northeast-1",
    ap_southeast_1: "ap-southeast-1",
    ap_southeast_2: "ap-southeast-2",
    eu_west_1: "eu-west-1",
    sa_east_1: "sa-east-1",
    us_east_1: "us-east-1",
    us_west_1: "us-west-1",
    us_west_2: "us-west-2",
};
const HealthCheckType = {
    CALCULATED: "CALCULATED",
    CLOUDWATCH_METRIC: "CLOUDWATCH_METRIC",
    HTTP: "HTTP",
    HTTPS: "HTTPS",
    HTTPS_STR_MATCH: "HTTPS_STR_MATCH",
    HTTP_STR_MATCH: "HTTP_STR_MATCH",
    RECOVERY_CONTROL: "RECOVERY_CONTROL",
    TCP: "TCP",
};
const ComparisonOperator = {
    GreaterThanOrEqualToThreshold: "GreaterThanOrEqualToThreshold",
    GreaterThanThreshold: "GreaterThanThreshold",
    LessThanOrEqualToThreshold: "LessThanOrEqualToThreshold",
    LessThanThreshold: "LessThanThreshold",
};
const Statistic = {
    Average: "Average",
    Maximum: "Maximum",
    Minimum: "Minimum",
    SampleCount: "SampleCount",
    Sum: "Sum",
};
const HostedZoneLimitType = {
    MAX_RRSETS_BY_ZONE: "MAX_RRSETS_BY_ZONE",
    MAX_VPCS_ASSOCIATED_BY_ZONE: "MAX_VPCS_ASSOCIATED_BY_ZONE",
};
const ReusableDelegationSetLimitType = {
    MAX_ZONES_BY_REUSABLE_DELEGATION_SET: "MAX_ZONES_BY_REUSABLE_DELEGATION_SET",
};
const HostedZoneType = {
    PRIVATE_HOSTED_ZONE: "PrivateHostedZone",
};
const ResettableElementName = {
    ChildHealthChecks: "ChildHealthChecks",
    FullyQualifiedDomainName: "FullyQualifiedDomainName",
    Regions: "Regions",
    ResourcePath: "ResourcePath",
};

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/models/errors.js
var errors = __webpack_require__(4985);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/models/Route53ServiceException.js
var Route53ServiceException = __webpack_require__(1633);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/index.js













/***/ })

};
