import java.io.*;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.util.*;
import java.util.zip.*;
import javax.xml.crypto.*;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.*;

/**
 * Checks ASiC-E containers with nothing but the JDK, apart from the program's own code: the signature, every reference, that no file is
 * unsigned, SigningCertificateV2, the chain to a root and, where one is embedded, the OCSP answer about the signer.
 * Usage: java --add-exports … AsiceVerify.java root.pem container... ; prints OK or the reason for each, exits with 1 when any was refused.
 * With --archive folder container: writes what each archive time stamp must be over (EN 319 132-1, 5.5.2.2) and its token, for OpenSSL to compare.
 * The JDK's own canonical XML has to be opened for it: --add-exports java.xml.crypto/com.sun.org.apache.xml.internal.security.c14n=ALL-UNNAMED.
 */
public class AsiceVerify {
  static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  static final CertificateFactory FACTORY = factory();

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("--archive")) { archive(Path.of(arguments[1]), entries(Path.of(arguments[2]))); return; }
    List<X509Certificate> anchors = new ArrayList<>();
    for (var one : FACTORY.generateCertificates(new FileInputStream(arguments[0]))) anchors.add((X509Certificate) one);
    boolean all = true;
    for (int at = 1; at < arguments.length; at++) {
      String said;
      try { check(Path.of(arguments[at]), anchors); said = "OK"; } catch (Exception fault) { said = "REFUSED " + fault; all = false; }
      System.out.println(arguments[at] + ": " + said);
    }
    System.exit(all ? 0 : 1);
  }

  static void check(Path file, List<X509Certificate> anchors) throws Exception {
    Map<String, byte[]> entries = entries(file);
    if (!entries.keySet().iterator().next().equals("mimetype") || !new String(entries.get("mimetype")).equals("application/vnd.etsi.asic-e+zip")) throw new Exception("mimetype");
    boolean any = false;
    for (String name : entries.keySet()) if (name.startsWith("META-INF/signatures")) { signature(entries, name, anchors); any = true; }
    if (!any) throw new Exception("no signature");
  }

  static Map<String, byte[]> entries(Path file) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)), StandardCharsets.UTF_8)) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) if (entries.put(entry.getName(), zip.readAllBytes()) != null) throw new Exception("twice: " + entry.getName());
    }
    return entries;
  }

  /** The input of each archive time stamp, computed from the standard's words alone. */
  static void archive(Path into, Map<String, byte[]> entries) throws Exception {
    // Asking for a form readies the JDK's own writer of it.
    XMLSignatureFactory.getInstance("DOM").newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null);
    DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
    builders.setNamespaceAware(true);
    Document document = builders.newDocumentBuilder().parse(new ByteArrayInputStream(entries.get("META-INF/signatures001.xml")));
    NodeList stamps = document.getElementsByTagNameNS("http://uri.etsi.org/01903/v1.4.1#", "ArchiveTimeStamp");
    for (int at = 0; at < stamps.getLength(); at++) {
      ByteArrayOutputStream input = new ByteArrayOutputStream();
      NodeList references = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Reference");
      for (int each = 0; each < references.getLength(); each++) {
        String uri = ((Element) references.item(each)).getAttribute("URI");
        if (uri.startsWith("#")) canonical(document.getElementsByTagNameNS(XADES, "SignedProperties").item(0), input);
        else input.write(entries.get(URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8)));
      }
      for (String name : List.of("SignedInfo", "SignatureValue", "KeyInfo")) canonical(document.getElementsByTagNameNS(XMLSignature.XMLNS, name).item(0), input);
      for (Node one = stamps.item(at).getParentNode().getFirstChild(); one != stamps.item(at); one = one.getNextSibling()) canonical(one, input);
      Files.write(into.resolve("input-" + (at + 1)), input.toByteArray());
      Files.write(into.resolve("token-" + (at + 1)), Base64.getMimeDecoder().decode(text((Element) stamps.item(at), XADES, "EncapsulatedTimeStamp")));
    }
  }

  static void canonical(Node node, OutputStream into) throws Exception {
    com.sun.org.apache.xml.internal.security.c14n.Canonicalizer.getInstance("http://www.w3.org/2001/10/xml-exc-c14n#").canonicalizeSubtree(node, into);
  }

  static void signature(Map<String, byte[]> entries, String name, List<X509Certificate> anchors) throws Exception {
    DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
    builders.setNamespaceAware(true);
    builders.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = builders.newDocumentBuilder().parse(new ByteArrayInputStream(entries.get(name)));
    Element properties = (Element) document.getElementsByTagNameNS(XADES, "SignedProperties").item(0);
    properties.setIdAttribute("Id", true);
    Element node = (Element) document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
    X509Certificate signer = certificate(text(node, XMLSignature.XMLNS, "X509Certificate"));
    DOMValidateContext context = new DOMValidateContext(signer.getPublicKey(), node);
    Set<String> signed = new HashSet<>();
    URIDereferencer usual = XMLSignatureFactory.getInstance("DOM").getURIDereferencer();
    context.setURIDereferencer((reference, inside) -> {
      String uri = reference.getURI();
      if (uri.startsWith("#")) return usual.dereference(reference, inside);
      String path = URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (!entries.containsKey(path)) throw new URIReferenceException("no such file: " + path);
      signed.add(path);
      return new OctetStreamData(new ByteArrayInputStream(entries.get(path)));
    });
    XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
    if (!signature.validate(context)) {
      for (Object one : signature.getSignedInfo().getReferences()) if (!((Reference) one).validate(context)) throw new Exception("digest of " + ((Reference) one).getURI());
      throw new Exception("signature value");
    }
    boolean covers = false;
    for (Object one : signature.getSignedInfo().getReferences()) covers |= ((Reference) one).getURI().equals("#" + properties.getAttribute("Id"));
    if (!covers) throw new Exception("SignedProperties are not signed");
    for (String path : entries.keySet()) if (!path.equals("mimetype") && !path.startsWith("META-INF/") && !signed.contains(path)) throw new Exception("not signed: " + path);
    byte[] digest = Base64.getDecoder().decode(text((Element) properties.getElementsByTagNameNS(XADES, "CertDigest").item(0), XMLSignature.XMLNS, "DigestValue"));
    if (!Arrays.equals(digest, MessageDigest.getInstance("SHA-512").digest(signer.getEncoded()))) throw new Exception("SigningCertificateV2");
    chain(node, signer, anchors);
  }

  static void chain(Element node, X509Certificate signer, List<X509Certificate> anchors) throws Exception {
    List<X509Certificate> known = new ArrayList<>(anchors);
    NodeList values = node.getElementsByTagNameNS(XADES, "EncapsulatedX509Certificate");
    for (int at = 0; at < values.getLength(); at++) known.add(certificate(values.item(at).getTextContent()));
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(signer);
    known.add(signer);
    X509Certificate root = anchors.stream().filter(one -> one.getSubjectX500Principal().equals(one.getIssuerX500Principal())).findFirst().get();
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), target);
    parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
    // Answers about time-stamp authorities stand elsewhere, in TimeStampValidationData.
    List<String> answers = new ArrayList<>();
    NodeList found = node.getElementsByTagNameNS(XADES, "EncapsulatedOCSPValue");
    for (int at = 0; at < found.getLength(); at++) if (found.item(at).getParentNode().getParentNode().getParentNode().getLocalName().equals("UnsignedSignatureProperties")) answers.add(found.item(at).getTextContent());
    parameters.setRevocationEnabled(!answers.isEmpty());
    CertPathBuilder builder = CertPathBuilder.getInstance("PKIX");
    if (!answers.isEmpty()) {
      PKIXRevocationChecker checker = (PKIXRevocationChecker) builder.getRevocationChecker();
      checker.setOptions(Set.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
      checker.setOcspResponses(Map.of(signer, Base64.getMimeDecoder().decode(answers.get(0))));
      parameters.addCertPathChecker(checker);
    }
    builder.build(parameters);
  }

  static String text(Element in, String namespace, String name) { return in.getElementsByTagNameNS(namespace, name).item(0).getTextContent(); }
  static X509Certificate certificate(String base64) throws Exception { return (X509Certificate) FACTORY.generateCertificate(new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64))); }
  static CertificateFactory factory() { try { return CertificateFactory.getInstance("X.509"); } catch (CertificateException impossible) { throw new IllegalStateException(impossible); } }
}
