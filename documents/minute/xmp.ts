const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const property = (name: string, type: string, description: string): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType>` +
  `<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`;

const pdfuaSchema =
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  `<pdfaSchema:property><rdf:Seq>${property('part', 'Integer', 'Part of ISO 14289')}</rdf:Seq></pdfaSchema:property>` +
  '</rdf:li></rdf:Bag></pdfaExtension:schemas>';

/**
 * The metadata of a minute, PDF/A-3a and PDF/UA-1 at once; every text is escaped here because pdfkit does not.
 * The extension schema that describes pdfuaid is what PDF/A asks for. Source: ISO 19005-3 6.6, ISO 14289-1 5.
 */
export const writeXmp = (facts: {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  readonly producer: string;
  readonly keywords: string;
  readonly createdAt: Date;
}): string => {
  const alternative = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const created = `${facts.createdAt.toISOString().slice(0, 19)}Z`;
  const namespaces = {
    dc: 'http://purl.org/dc/elements/1.1/',
    xmp: 'http://ns.adobe.com/xap/1.0/',
    pdf: 'http://ns.adobe.com/pdf/1.3/',
    pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
    pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
    pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
    pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
    pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
  };
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${Object.entries(namespaces)
      .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
      .join(' ')}>`,
    '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>',
    `<dc:title>${alternative(facts.title)}</dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:description>${alternative(facts.subject)}</dc:description>`,
    '<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>',
    `<xmp:CreateDate>${created}</xmp:CreateDate><xmp:CreatorTool>${escapeXml(facts.creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escapeXml(facts.producer)}</pdf:Producer><pdf:Keywords>${escapeXml(facts.keywords)}</pdf:Keywords>`,
    pdfuaSchema,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
};
