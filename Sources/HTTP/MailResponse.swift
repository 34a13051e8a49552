/// The mail server's last reply (RFC 5321, 4.2): the mail is in its hands, or why it is not.
package struct MailResponse: Hashable, Sendable {
    /// 250 when the mail was taken; from 400 when it may be tried later, from 500 when it may not.
    package var code: Int
    /// The reply without its code, on one line, with the enhanced code where the server gives one: "5.1.1 no such user".
    package var text: String

    package init(code: Int, text: String = "") {
        self.code = code
        self.text = text
    }
}
