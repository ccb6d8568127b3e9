export const id = 6045;
export const ids = [6045];
export const modules = {

/***/ 6045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deleteRecord: () => (/* binding */ deleteRecord),
  findRecord: () => (/* binding */ findRecord),
  otherCertificates: () => (/* binding */ otherCertificates),
  validationRecords: () => (/* binding */ validationRecords)
});

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/client/index.js
var client = __webpack_require__(2658);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/endpoints/index.js
var endpoints = __webpack_require__(2085);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-acm/dist-es/endpoint/EndpointParameters.js
var EndpointParameters = __webpack_require__(1839);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-acm/dist-es/commandBuilder.js



const command = (0,client.makeBuilder)(EndpointParameters/* commonParams */.S, "CertificateManager", "ACMClient", endpoints.getEndpointPlugin);
const _ep0 = {
    ServiceType: { type: "staticContextParams", value: `ACM` },
};
const _ep1 = {
    ServiceType: { type: "staticContextParams", value: `ACM-ACME` },
};
const _mw0 = (Command, cs, config, o) => [];

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-acm/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(4014);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-acm/dist-es/commands/DescribeCertificateCommand.js


class DescribeCertificateCommand extends command(_ep0, _mw0, "DescribeCertificate", schemas_0/* DescribeCertificate$ */.TPB) {
}

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/index.js
var dist_cjs = __webpack_require__(402);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-acm/dist-es/ACMClient.js + 8 modules
var ACMClient = __webpack_require__(8613);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-acm/dist-es/commands/ListCertificatesCommand.js


class ListCertificatesCommand extends command(_ep0, _mw0, "ListCertificates", schemas_0/* ListCertificates$ */.VRA) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-acm/dist-es/pagination/ListCertificatesPaginator.js



const paginateListCertificates = (0,dist_cjs.createPaginator)(ACMClient/* ACMClient */.B, ListCertificatesCommand, "NextToken", "NextToken", "MaxItems");

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ChangeResourceRecordSetsCommand.js
var ChangeResourceRecordSetsCommand = __webpack_require__(5081);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/commands/ListResourceRecordSetsCommand.js
var ListResourceRecordSetsCommand = __webpack_require__(6845);
;// CONCATENATED MODULE: ./build/bundle/stacks/validation-records.js


/** The records by which a certificate is validated, once ACM has named them; none if it is gone. */
async function validationRecords(client, { certificateArn, zone, signal }) {
    try {
        const { Certificate } = await client.send(new DescribeCertificateCommand({ CertificateArn: certificateArn }), {
            abortSignal: signal,
        });
        const found = (Certificate?.DomainValidationOptions ?? []).flatMap(({ DomainName = "", ResourceRecord: record }) => record?.Name && record.Value
            ? [{ zone, domain: bare(DomainName), name: bare(record.Name), value: bare(record.Value) }]
            : []);
        return [...new Map(found.map((record) => [record.name, record])).values()];
    }
    catch (error) {
        if (error instanceof Error && error.name === "ResourceNotFoundException")
            return [];
        throw error;
    }
}
/** ListCertificates shows RSA certificates of up to 2048 bits alone, unless it is asked for all. */
const KEY_TYPES = [
    "RSA_1024",
    "RSA_2048",
    "RSA_3072",
    "RSA_4096",
    "EC_prime256v1",
    "EC_secp384r1",
    "EC_secp521r1",
];
/**
 * The certificates but the one that goes which are for one of these names. ACM derives a validation record from the
 * account and the name alone: certificates for one name share it, in all regions.
 * https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 *
 * @param domains without `*.`
 */
async function otherCertificates(client, { domains, except, signal }) {
    const found = [];
    const pages = paginateListCertificates({ client }, { Includes: { keyTypes: KEY_TYPES } }, { abortSignal: signal });
    for await (const { CertificateSummaryList = [] } of pages)
        for (const summary of CertificateSummaryList) {
            // An imported certificate proves nothing by DNS.
            if (summary.CertificateArn === except || summary.Type === "IMPORTED")
                continue;
            for (const name of await names(client, summary, signal))
                if (domains.has(bare(name)))
                    found.push({ arn: summary.CertificateArn ?? "", domain: bare(name) });
        }
    return found;
}
/** All names of a certificate; a summary shows the first hundred. */
async function names(client, summary, signal) {
    const shown = [summary.DomainName ?? "", ...(summary.SubjectAlternativeNameSummaries ?? [])];
    if (!summary.HasAdditionalSubjectAlternativeNames)
        return shown;
    const { Certificate } = await client.send(new DescribeCertificateCommand({ CertificateArn: summary.CertificateArn }), { abortSignal: signal });
    return [...shown, ...(Certificate?.SubjectAlternativeNames ?? [])];
}
/** Deletes a validation record, if it says exactly this. @returns whether it was there */
async function deleteRecord(client, record, signal) {
    const found = await findRecord(client, record, signal);
    if (!found)
        return false;
    try {
        await client.send(new ChangeResourceRecordSetsCommand/* ChangeResourceRecordSetsCommand */.y({
            HostedZoneId: record.zone,
            ChangeBatch: {
                Comment: "The certificate that this validated is gone",
                Changes: [{ Action: "DELETE", ResourceRecordSet: found }],
            },
        }), { abortSignal: signal });
        return true;
    }
    catch (error) {
        // Gone, or not what it was, since we looked: the caller looks again.
        if (error instanceof Error && error.name === "InvalidChangeBatch")
            return false;
        throw error;
    }
}
/** The record as it stands in its zone, or undefined where there is none that says exactly this. */
async function findRecord(client, { zone, name, value }, signal) {
    try {
        const { ResourceRecordSets = [] } = await client.send(new ListResourceRecordSetsCommand/* ListResourceRecordSetsCommand */.I({
            HostedZoneId: zone,
            StartRecordName: name,
            StartRecordType: "CNAME",
            MaxItems: 1,
        }), { abortSignal: signal });
        return ResourceRecordSets.find(({ Name = "", Type, ResourceRecords = [] }) => Type === "CNAME" &&
            bare(Name) === name &&
            ResourceRecords.length === 1 &&
            bare(ResourceRecords[0]?.Value) === value);
    }
    catch (error) {
        if (error instanceof Error && error.name === "NoSuchHostedZone")
            return undefined;
        throw error;
    }
}
function bare(name = "") {
    return name.toLowerCase().replace(/\.$/, "").replace(/^\*\./, "");
}


/***/ })

};
